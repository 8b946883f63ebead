// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pwm.h>

static int on_request(struct pwm_chip *p0, struct pwm_device *p1)
{
	return 0;
}

static void on_free(struct pwm_chip *p0, struct pwm_device *p1)
{
}

static int on_capture(struct pwm_chip *p0, struct pwm_device *p1, struct pwm_capture *p2,
	unsigned long p3)
{
	return 0;
}

static int on_apply(struct pwm_chip *p0, struct pwm_device *p1, const struct pwm_state *p2)
{
	return 0;
}

static int on_get_state(struct pwm_chip *p0, struct pwm_device *p1, struct pwm_state *p2)
{
	return 0;
}

struct pwm_ops table = {
	.request = on_request,
	.free = on_free,
	.capture = on_capture,
	.apply = on_apply,
	.get_state = on_get_state,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct pwm_ops
 * context: on_request: process
 * context: on_free: process
 * context: on_capture: process
 * context: on_apply: process
 * context: on_get_state: process
 */
