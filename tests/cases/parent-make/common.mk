# SPDX-License-Identifier: GPL-2.0-only
ccflags-y += -DCHIP_LIMIT=100
