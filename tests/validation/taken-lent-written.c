// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>

struct board {
	u32 speed;
};

struct state {
	u32 speed;
};

static int probe(struct platform_device *device)
{
	struct board *board = dev_get_platdata(&device->dev);
	struct state *state = devm_kzalloc(&device->dev, sizeof(*state), GFP_KERNEL);

	if (!board) {
		board = devm_kzalloc(&device->dev, sizeof(*board), GFP_KERNEL);
		if (board)
			board->speed = 9600;
	}
	if (!board || !state)
		return -ENODEV;
	state->speed = board->speed;
	platform_set_drvdata(device, state);
	return 0;
}

static struct platform_driver board_driver = {
	.probe = probe,
	.driver = { .name = "c" },
};
module_platform_driver(board_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: what a board says of a device stays what it is where the driver writes such a record
 * domain: probe: kernel
 * reason: probe: takes what struct device.platform_data points at .* or some of it writes
 */
