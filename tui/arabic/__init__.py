"""Arabic on a terminal: wrap, order, shape and paint, with a map between cells and text offsets.

Everything here speaks of two things: *offsets*, code points into a text exactly as it is stored,
and *columns*, terminal cells counted from the left edge of the area one paints into. Text is
stored, searched, copied and computed with in logical order; only what is painted is reordered.

A document (:class:`Layout`)::

    layout = Layout(text, width=80, mode=PaintMode.APP)   # wraps at once, the rest when asked for
    layout.height                            # number of screen lines
    line = layout.line(y)                    # a Line; cached
    line.start, line.end                     # the offsets it holds (end exclusive)
    line.offset_at(x)                        # the offset of the cluster under a click, or None
    line.column_of(offset)                   # the leftmost cell of the cluster that holds offset
    line.columns_of(start, end)              # a logical span as runs of cells [(left, right), ...]
    layout.line_of(offset)                   # y of the line that holds an offset

Painting it with Textual (:mod:`tui.arabic.strips`, the only module here that imports Textual)::

    spans = [StyledSpan(start, end, "bold cyan"), ...]    # offsets; later spans lie over earlier
    return line_strip(layout.line(y), spans, base_style)  # a Strip exactly layout.width cells wide
    # each segment is one visual run; its style's meta holds {"start", "end"} offsets, so
    # ``event.style.meta`` tells the run, ``line.offset_at(event.x)`` the cluster

One-line strings for ordinary widgets (names in lists, labels, footers)::

    paint("قال جون (John)", mode)             # what to hand to a widget instead of the string
    paint(name, mode, width=20)               # cut with an ellipsis at its logical end

``paint`` gives exactly one line: line ends become blanks, control characters their pictures, and
no escape sequence of a hostile article reaches the terminal. Never store, copy or search it.

The mode (:mod:`tui.arabic.modes`), before the app starts::

    choice = choose_mode(flag, reported=ask_terminal())   # flag > QUOTES_BIDI > file > detection
    choice.mode, choice.source, choice.terminal, choice.sure
    choice.mode.one_column                   # True: put nothing beside the Arabic on its rows
    choice.mode.next()                       # for the key that switches
    remember_mode(mode, choice.terminal)     # kept for this kind of terminal

The terminal (:mod:`tui.arabic.terminal`), around ``app.run()``::

    with TerminalBidi(choice.mode, choice.terminal) as bidi:   # told back on any way out
        app = ReviewApp(..., bidi=bidi)
        app.run()

    # In the app, set self.bidi before super().__init__(); covers Ctrl+Z, SIGTSTP, app.suspend():
    def get_driver_class(self):
        return self.bidi.driver_class(super().get_driver_class())

    bidi.switch(mode, write=app._driver.write)   # when the key changes the mode
    with bidi.suspended(): ...               # around an external program outside Textual
"""

from __future__ import annotations

from tui.arabic.layout import Layout, paint
from tui.arabic.lines import Cluster, Line
from tui.arabic.modes import ModeChoice, PaintMode, choose_mode, remember_mode
from tui.arabic.probe import ask_terminal
from tui.arabic.terminal import TerminalBidi

__all__ = [
    "Cluster",
    "Layout",
    "Line",
    "ModeChoice",
    "PaintMode",
    "TerminalBidi",
    "ask_terminal",
    "choose_mode",
    "paint",
    "remember_mode",
]
