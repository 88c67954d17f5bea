# oracle: off, Twisted is not part of CPython
# An echo server with three clients, lines, refusals, and a lost connection.
from twisted.internet import protocol, reactor
from twisted.protocols.basic import LineReceiver

start = reactor.seconds()

def report(*words):
    print("%.2f" % (reactor.seconds() - start), *words)

class Echo(LineReceiver):
    def connectionMade(self):
        self.factory.served += 1

    def lineReceived(self, line):
        if line == b"quit":
            self.sendLine(b"bye")
            self.transport.loseConnection()
        else:
            self.sendLine(line.upper())

    def connectionLost(self, reason):
        self.factory.gone += 1

class EchoFactory(protocol.Factory):
    protocol = Echo
    served = gone = 0

    def startFactory(self):
        report("factory started")

    def stopFactory(self):
        report("factory stopped", self.served, "served", self.gone, "gone")

class Client(LineReceiver):
    def connectionMade(self):
        report(self.factory.name, "connected to", self.transport.getPeer().port)
        self.transport.write(b"hel")
        reactor.callLater(self.factory.pause, self.transport.write, b"lo\r\nquit\r\nmore\r\n")

    def lineReceived(self, line):
        report(self.factory.name, "got", line)

class ClientFactory(protocol.ClientFactory):
    protocol = Client

    def __init__(self, name, pause):
        self.name, self.pause = name, pause

    def clientConnectionLost(self, connector, reason):
        report(self.name, "lost:", reason.getErrorMessage(), connector.state)
        left.remove(self.name)
        if not left:
            listening.stopListening()
            reactor.connectTCP("localhost", 1, self)

    def clientConnectionFailed(self, connector, reason):
        report(self.name, "failed:", reason.type.__name__, reason.getErrorMessage())
        reactor.connectTCP("nowhere.example", 7, Last())

class Last(protocol.ClientFactory):
    def clientConnectionFailed(self, connector, reason):
        report(connector.getDestination(), reason.type.__name__)
        reactor.connectTCP("silent.example", 9, Patient())

class Patient(protocol.ClientFactory):
    protocol = protocol.Protocol

    def buildProtocol(self, addr):
        self.connection = protocol.ClientFactory.buildProtocol(self, addr)
        self.connection.connectionLost = lambda reason: report("at the end:", reason.type.__name__)
        reactor.callLater(3, reactor.stop)
        return self.connection

left = ["a", "b", "c"]
listening = reactor.listenTCP(8007, EchoFactory())
for name, pause in (("a", 0.3), ("b", 0.1), ("c", 0.2)):
    reactor.connectTCP("localhost", 8007, ClientFactory(name, pause))
reactor.run()
report("done")
