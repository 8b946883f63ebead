/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan.json that mdrv split wrote, read back. */
#ifndef MDRV_PLAN_FILE_H
#define MDRV_PLAN_FILE_H

#include <json.h>

/**
 * plan_file_read() - read a plan and hold it against its schema
 * @path:	a plan.json, or the OUT that has one
 *
 * Return: the plan, in which everything that the schema of codegen/README.md has is of its
 * type, as far as plan_file.c knows it; for json_object_put(). NULL after a located error.
 */
struct json_object *plan_file_read(const char *path);

#endif /* MDRV_PLAN_FILE_H */
