"""Pictures of the virtual screen, read from the frame buffer file that Xvfb keeps (-fbdir).

The file is an X window dump: a header of 25 big-endian words, the colour map, then the pixels.
No package is needed for it, and no window can look different from what stands there."""

import struct
import zlib
from pathlib import Path

WORDS = 25
COLOUR_SIZE = 12


class Picture:
    """Pixels as rows of red, green and blue bytes."""

    def __init__(self, width, height, rgb):
        self.width, self.height, self.rgb = width, height, rgb

    def crop(self, x, y, width, height):
        x, y = max(0, x), max(0, y)
        width, height = min(width, self.width - x), min(height, self.height - y)
        rows = [self.rgb[3 * (row * self.width + x):3 * (row * self.width + x + width)] for row in range(y, y + height)]
        return Picture(width, height, b"".join(rows))

    def at(self, x, y):
        """The red, green and blue of a pixel."""
        start = 3 * (y * self.width + x)
        return tuple(self.rgb[start:start + 3])

    def colours(self):
        """How many different colours there are; a blank window has few."""
        return len({self.rgb[i:i + 3] for i in range(0, len(self.rgb), 3)})

    def save(self, path):
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        line = 3 * self.width
        raw = b"".join(b"\0" + self.rgb[row * line:(row + 1) * line] for row in range(self.height))
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        Path(path).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 6)) +
                               chunk(b"IEND", b""))


def read_dump(path):
    """The whole screen as a Picture."""
    data = Path(path).read_bytes()
    words = struct.unpack_from(f">{WORDS}I", data)
    size, width, height, little = words[0], words[4], words[5], words[7] == 0
    bits, line, colours = words[11], words[12], words[19]
    if bits != 32:
        raise ValueError(f"the screen has {bits} bits a pixel, 32 are expected")
    start = size + colours * COLOUR_SIZE
    pixels = b"".join(data[start + row * line:start + row * line + 4 * width] for row in range(height))
    blue, red = (0, 2) if little else (3, 1)
    green = 1 if little else 2
    rgb = bytearray(3 * width * height)
    rgb[0::3], rgb[1::3], rgb[2::3] = pixels[red::4], pixels[green::4], pixels[blue::4]
    return Picture(width, height, bytes(rgb))
