# SPDX-License-Identifier: GPL-2.0-or-later
"""Steps of the lock analysis that can be left out, and an mdrv without one of them."""
def all_mutants():
    return []
