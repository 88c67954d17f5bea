"""Topological order: each node after the nodes it depends on.

Since 3.9; `prepare` may be called again before the first node is done since 3.14.
Source: https://docs.python.org/3/library/graphlib.html
"""

from types import GenericAlias

from _era import since

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle: `args[1]` is the list of its nodes, the first of them again at the end."""


class _Node:
    """A node: how many of its predecessors are not done yet, and which nodes wait for it."""

    WAITING, READY, GIVEN, DONE = range(4)

    def __init__(self, name):
        self.name = name
        self.missing = 0
        self.successors = []
        self.state = self.WAITING


class TopologicalSorter:
    """Takes `{node: its predecessors}`; gives the nodes in order, all at once (`static_order`) or as they become ready (`get_ready`, `done`)."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given = self._done = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    __class_getitem__ = classmethod(GenericAlias)

    def _node(self, name):
        node = self._nodes.get(name)
        if node is None:
            node = self._nodes[name] = _Node(name)
        return node

    def add(self, node, *predecessors):
        """Adds a node and what must come before it; more can be added to the same node later."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        this = self._node(node)
        this.missing += len(predecessors)
        for name in predecessors:
            self._node(name).successors.append(this)

    def prepare(self):
        """Ends the adding. Raises CycleError; even then the nodes outside of cycles can be had."""
        if self._ready is not None and not (since(3, 14) and self._given == 0):
            raise ValueError("cannot prepare() after starting iteration" if since(3, 14) else "cannot prepare() more than once")
        self._ready = [node for node in self._nodes.values() if node.missing == 0]
        for node in self._ready:
            node.state = _Node.READY
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        """The names along a cycle, or None: a walk in depth with its own stack, so that long chains do no harm."""
        finished = set()
        for start in self._nodes.values():
            path, places = [], {}
            walk = [(start, iter(start.successors))] if start not in finished else []
            if walk:
                places[start] = 0
                path.append(start)
            while walk:
                node, successors = walk[-1]
                for after in successors:
                    if after in places:
                        return [each.name for each in path[places[after] :] + [after]]
                    if after not in finished:
                        places[after] = len(path)
                        path.append(after)
                        walk.append((after, iter(after.successors)))
                        break
                else:
                    walk.pop()
                    finished.add(path.pop())
                    del places[node]
        return None

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        """The nodes that have become ready since the last call, as a tuple."""
        self._check_prepared()
        given, self._ready = self._ready, []
        for node in given:
            node.state = _Node.GIVEN
        self._given += len(given)
        return tuple(node.name for node in given)

    def is_active(self):
        """Whether there is more to do: nodes that are ready, or given out and not done."""
        self._check_prepared()
        return self._done < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Nodes from `get_ready` are finished: what waited only for them becomes ready."""
        self._check_prepared()
        for name in nodes:
            node = self._nodes.get(name)
            if node is None:
                raise ValueError("node %r was not added using add()" % (name,))
            if node.state == _Node.DONE:
                raise ValueError("node %r was already marked done" % (name,))
            if node.state != _Node.GIVEN:
                raise ValueError("node %r was not passed out (still not ready)" % (name,))
            node.state = _Node.DONE
            self._done += 1
            for after in node.successors:
                after.missing -= 1
                if after.missing == 0:
                    after.state = _Node.READY
                    self._ready.append(after)

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
