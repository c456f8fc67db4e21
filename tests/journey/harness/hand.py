"""A hand that draws on the screen, and what it leaves there."""

from . import keys
from .waiting import wait

DRAWING = 2000, 1000  # the units in which the program keeps what is drawn
DARK = 110  # the brightest part of a pixel's colour that is still ink; the line to write on is brighter
STEPS = 6  # how often the pointer moves from one point to the next
# Two strokes that are somebody's name, and one that slipped: in units of the drawing's box.
NAME = (((300, 640), (380, 300), (520, 180), (600, 330), (470, 560), (380, 720), (620, 700), (720, 500), (800, 690),
         (900, 480), (990, 690), (1080, 500), (1180, 680), (1320, 520), (1500, 560)),
        ((420, 820), (900, 860), (1400, 800), (1620, 740)))
SLIP = ((1560, 180), (1640, 330), (1760, 250), (1820, 420))


class Box:
    """Where a drawing stands on a picture: its left and upper edge and its width in pixels."""

    def __init__(self, left, top, width):
        self.left, self.top, self.width = left, top, width

    def at(self, x, y):
        """The pixel for a point of the drawing."""
        return round(self.left + x * self.width / DRAWING[0]), round(self.top + y * self.width / DRAWING[0])

    def draw(self, stroke):
        """With the pointer: pressed at the first point, let go at the last one. Then it stands aside."""
        way = [stroke[0]]
        for (x0, y0), (x1, y1) in zip(stroke, stroke[1:]):
            way += [(x0 + (x1 - x0) * step / STEPS, y0 + (y1 - y0) * step / STEPS) for step in range(1, STEPS + 1)]
        keys.draw([self.at(*point) for point in way], aside=self.at(*DRAWING))

    def missing(self, picture, strokes, without=()):
        """Points of strokes where a picture has no ink, and points of what is not to be there where it has."""
        lacks = [point for stroke in strokes for point in stroke if not is_ink(picture, *self.at(*point))]
        return lacks, [point for point in without if is_ink(picture, *self.at(*point))]

    def has_ink(self, desktop, *strokes, without=()):
        """Waits until the screen shows it."""
        wait(lambda: self.missing(desktop.picture(), strokes, without) == ([], []),
             lambda: "no ink at %s, ink at %s" % self.missing(desktop.picture(), strokes, without))


def is_ink(picture, x, y):
    return max(picture.at(x, y)) <= DARK
