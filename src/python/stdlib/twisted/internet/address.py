"""Where a connection goes to or comes from. Part of this book's re-creation of Twisted."""


class IPv4Address(object):
    """`type` ("TCP"), `host` and `port`."""

    def __init__(self, type, host, port):
        self.type, self.host, self.port = type, host, port

    def __eq__(self, other):
        return isinstance(other, IPv4Address) and (self.type, self.host, self.port) == (other.type, other.host, other.port)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((self.type, self.host, self.port))

    def __repr__(self):
        return "IPv4Address(%s, %r, %d)" % (self.type, self.host, self.port)
