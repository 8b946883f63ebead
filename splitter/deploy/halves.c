// SPDX-License-Identifier: GPL-2.0-or-later
/* What is to be installed: two files that belong together, and the kernel they are for. */
#include <json.h>
#include <string.h>

#include "deploy_internal.h"
#include "diag.h"

static const char *text_of(json_object *plan, const char *key)
{
	json_object *value;

	if (!json_object_object_get_ex(plan, key, &value))
		return NULL;
	return json_object_get_string(value);
}

/* The value of @key in .modinfo: strings, each with an end of its own. */
static char *modinfo(const char *text, gsize size, const char *key)
{
	g_autofree char *begin = g_strdup_printf("%s=", key);
	const char *p = text, *end = text + size;

	while ((p = memmem(p, end - p, begin, strlen(begin)))) {
		const char *value = p + strlen(begin);

		if ((p == text || !p[-1]) && memchr(value, 0, end - value))
			return g_strdup(value);
		p = value;
	}
	return NULL;
}

char *vermagic_of(const char *path)
{
	g_autofree char *text = NULL;
	gsize size;

	return g_file_get_contents(path, &text, &size, NULL) ?
	       modinfo(text, size, "vermagic") : NULL;
}

/* Built, and from the plan that lies beside it. */
static bool check_half(const char *path, const char *out, const char *hash)
{
	struct location at = { .file = path };
	g_autofree char *text = NULL;
	gsize size;

	if (!g_file_get_contents(path, &text, &size, NULL)) {
		diag_error(&at, "not built: run mdrv build %s", out);
		return false;
	}
	if (memmem(text, size, hash, strlen(hash)))
		return true;
	diag_error(&at, "built from another split than plan.json: run mdrv build %s", out);
	return false;
}

static bool read_plan(struct halves *halves, const char *out, char **hash)
{
	g_autofree char *path = g_build_filename(out, "plan.json", NULL);
	json_object *plan = json_object_from_file(path);
	const char *driver = plan ? text_of(plan, "driver") : NULL;
	const char *text = plan ? text_of(plan, "hash") : NULL;
	bool ok = driver && *driver && text && *text && !strchr(driver, '/');

	if (ok) {
		halves->driver = g_strdup(driver);
		*hash = g_strdup(text);
	} else {
		diag_error(&(struct location){ .file = out },
			   "not the output of mdrv split: it has no plan.json that names a driver");
	}
	json_object_put(plan);
	return ok;
}

bool halves_open(struct halves *halves, const char *out)
{
	g_autofree char *hash = NULL;

	memset(halves, 0, sizeof(*halves));
	if (!read_plan(halves, out, &hash))
		return false;
	halves->kernel = g_strdup_printf("%s/kernel/%s.ko", out, halves->driver);
	halves->user = g_strdup_printf("%s/user/%s.so", out, halves->driver);
	if (!check_half(halves->kernel, out, hash) || !check_half(halves->user, out, hash))
		return false;
	halves->vermagic = vermagic_of(halves->kernel);
	if (!halves->vermagic) {
		diag_error(&(struct location){ .file = halves->kernel },
			   "not a kernel module: it does not say which kernel it is for");
		return false;
	}
	halves->release = g_strndup(halves->vermagic, strcspn(halves->vermagic, " "));
	return true;
}

void halves_clear(struct halves *halves)
{
	g_free(halves->driver);
	g_free(halves->kernel);
	g_free(halves->user);
	g_free(halves->vermagic);
	g_free(halves->release);
}
