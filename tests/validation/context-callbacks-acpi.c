// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void acpi_install_address_space_handler(long p0, long p1, int (*p2)(void *), int (*p3)(void *),
	long p4);
void acpi_install_notify_handler(long p0, long p1, int (*p2)(void *), long p3);
void acpi_remove_notify_handler(long p0, long p1, int (*p2)(void *));
void acpi_walk_resources(long p0, long p1, int (*p2)(void *), long p3);

static int acpi_install_address_space_handler_2(void *data)
{
	return 0;
}

static int acpi_install_address_space_handler_3(void *data)
{
	return 0;
}

static int acpi_install_notify_handler_2(void *data)
{
	return 0;
}

static int acpi_remove_notify_handler_2(void *data)
{
	return 0;
}

static int acpi_walk_resources_2(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	acpi_install_address_space_handler(0, 0, acpi_install_address_space_handler_2,
		acpi_install_address_space_handler_3, 0);
	acpi_install_notify_handler(0, 0, acpi_install_notify_handler_2, 0);
	acpi_remove_notify_handler(0, 0, acpi_remove_notify_handler_2);
	acpi_walk_resources(0, 0, acpi_walk_resources_2, 0);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: ACPI handlers and walks
 * context: acpi_install_address_space_handler_2: process
 * context: acpi_install_address_space_handler_3: process
 * context: acpi_install_notify_handler_2: process
 * context: acpi_remove_notify_handler_2: process
 * context: acpi_walk_resources_2: process
 */
