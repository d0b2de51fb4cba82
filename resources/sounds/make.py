#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Synthesises the sounds beside this file: 16-bit PCM mono, the only form QSoundEffect plays.

red.wav     two rising pairs of tones within 1.6 s, made to be looped until acknowledged; the
            partials of 660 to 2640 Hz carry through closed doors and to ears past fifty.
notice.wav  one soft falling pair of tones, played once.
"""
import math
import pathlib
import struct
import wave

RATE = 24000


def tone(frequency, seconds, loudness, partials):
    count = int(RATE * seconds)
    edge = int(RATE * 0.012)  # ramps, so that no click is heard
    total = sum(partials)
    samples = []
    for i in range(count):
        value = sum(
            share * math.sin(2 * math.pi * frequency * (n + 1) * i / RATE)
            for n, share in enumerate(partials)
        )
        ramp = min(1.0, i / edge, (count - 1 - i) / edge)
        samples.append(loudness * ramp * value / total)
    return samples


def silence(seconds):
    return [0.0] * int(RATE * seconds)


def write(name, samples):
    path = pathlib.Path(__file__).parent / name
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(32767 * s)) for s in samples))


pair = tone(660, 0.22, 0.85, [1, 0.6, 0.35, 0.2]) + tone(880, 0.30, 0.85, [1, 0.6, 0.3])
write("red.wav", pair + silence(0.10) + pair + silence(0.46))
write("notice.wav", tone(784, 0.14, 0.35, [1, 0.2]) + tone(587, 0.24, 0.30, [1, 0.2]))
