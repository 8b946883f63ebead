// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/thermal.h>

static int on_bind(struct thermal_zone_device *p0, struct thermal_cooling_device *p1)
{
	return 0;
}

static int on_unbind(struct thermal_zone_device *p0, struct thermal_cooling_device *p1)
{
	return 0;
}

static int on_get_temp(struct thermal_zone_device *p0, int *p1)
{
	return 0;
}

static int on_set_trips(struct thermal_zone_device *p0, int p1, int p2)
{
	return 0;
}

static int on_change_mode(struct thermal_zone_device *p0, enum thermal_device_mode p1)
{
	return 0;
}

static int on_get_trip_type(struct thermal_zone_device *p0, int p1, enum thermal_trip_type *p2)
{
	return 0;
}

static int on_get_trip_temp(struct thermal_zone_device *p0, int p1, int *p2)
{
	return 0;
}

static int on_set_trip_temp(struct thermal_zone_device *p0, int p1, int p2)
{
	return 0;
}

static int on_get_trip_hyst(struct thermal_zone_device *p0, int p1, int *p2)
{
	return 0;
}

static int on_set_trip_hyst(struct thermal_zone_device *p0, int p1, int p2)
{
	return 0;
}

static int on_get_crit_temp(struct thermal_zone_device *p0, int *p1)
{
	return 0;
}

static int on_set_emul_temp(struct thermal_zone_device *p0, int p1)
{
	return 0;
}

static int on_get_trend(struct thermal_zone_device *p0, int p1, enum thermal_trend *p2)
{
	return 0;
}

static void on_hot(struct thermal_zone_device *p0)
{
}

static void on_critical(struct thermal_zone_device *p0)
{
}

struct thermal_zone_device_ops table = {
	.bind = on_bind,
	.unbind = on_unbind,
	.get_temp = on_get_temp,
	.set_trips = on_set_trips,
	.change_mode = on_change_mode,
	.get_trip_type = on_get_trip_type,
	.get_trip_temp = on_get_trip_temp,
	.set_trip_temp = on_set_trip_temp,
	.get_trip_hyst = on_get_trip_hyst,
	.set_trip_hyst = on_set_trip_hyst,
	.get_crit_temp = on_get_crit_temp,
	.set_emul_temp = on_set_emul_temp,
	.get_trend = on_get_trend,
	.hot = on_hot,
	.critical = on_critical,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct thermal_zone_device_ops
 * context: on_bind: process
 * context: on_unbind: process
 * context: on_get_temp: process
 * context: on_set_trips: process
 * context: on_change_mode: process
 * context: on_get_trip_type: process
 * context: on_get_trip_temp: process
 * context: on_set_trip_temp: process
 * context: on_get_trip_hyst: process
 * context: on_set_trip_hyst: process
 * context: on_get_crit_temp: process
 * context: on_set_emul_temp: process
 * context: on_get_trend: process
 * context: on_hot: process
 * context: on_critical: process
 */
