// SPDX-License-Identifier: GPL-2.0-or-later
/* Modules are signed with the key that DKMS has, by the program that the kernel comes with. */
#include <string.h>
#include <unistd.h>

#include "deploy_internal.h"
#include "diag.h"

/* NAME=value of a shell fragment, quoted or not; @unset: what it is without. */
static char *setting(const char *text, const char *name, const char *release, const char *unset)
{
	g_autofree char *begin = g_strdup_printf("%s=", name);
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
	const char *value = unset;
	g_auto(GStrv) parts = NULL;

	for (char **line = lines; *line; line++)
		if (g_str_has_prefix(g_strstrip(*line), begin))
			value = *line + strlen(begin);
	if (!value)
		return NULL;
	parts = g_strsplit(value, "$kernelver", -1);
	return g_strdelimit(g_strjoinv(release, parts), "\"'", ' ');
}

/* @path in the root if it is there, else of this system: tools may be used from either. */
static char *either(const struct site *site, const char *path)
{
	char *inside = g_strconcat(site->root, path, NULL);

	if (g_file_test(inside, G_FILE_TEST_EXISTS))
		return inside;
	g_free(inside);
	return g_strdup(path);
}

static char *find_signer(const struct site *site, const char *settings)
{
	g_autofree char *version = g_strndup(site->release, strcspn(site->release, "-"));
	g_auto(GStrv) numbers = g_strsplit(version, ".", 3);
	g_autofree char *set = setting(settings, "sign_file", site->release, "");
	g_autofree char *kbuild = g_strdup_printf("/usr/lib/linux-kbuild-%s.%s/scripts/sign-file",
						  numbers[0], numbers[0] && numbers[1] ?
						  numbers[1] : "0");
	g_autofree char *build = g_strdup_printf("/lib/modules/%s/build/scripts/sign-file",
						 site->release);
	const char *const paths[] = { g_strstrip(set), kbuild, build };

	for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autofree char *path = either(site, paths[i]);

		if (*paths[i] && !access(path, X_OK))
			return g_steal_pointer(&path);
	}
	return NULL;
}

static char *hash_of(const struct site *site)
{
	g_autofree char *name = g_strdup_printf("/boot/config-%s", site->release);
	g_autofree char *path = either(site, name);
	g_autofree char *text = NULL;
	char *hash;

	g_file_get_contents(path, &text, NULL, NULL);
	hash = setting(text, "CONFIG_MODULE_SIG_HASH", site->release, "sha512");
	return g_strstrip(hash);
}

static char *file_of(const struct site *site, const char *settings, const char *name,
		     const char *unset)
{
	g_autofree char *set = setting(settings, name, site->release, unset);

	return g_strconcat(site->root, g_strstrip(set), NULL);
}

enum signature sign(const struct deploy *deploy, const struct site *site, const char *module)
{
	g_autofree char *conf = g_strconcat(site->root, "/etc/dkms/framework.conf", NULL);
	g_autofree char *settings = NULL, *key = NULL, *certificate = NULL;
	g_autofree char *signer = NULL, *hash = NULL;

	g_file_get_contents(conf, &settings, NULL, NULL);
	key = file_of(site, settings, "mok_signing_key", "/var/lib/dkms/mok.key");
	certificate = file_of(site, settings, "mok_certificate", "/var/lib/dkms/mok.pub");
	if (deploy->without_signature || !g_file_test(key, G_FILE_TEST_EXISTS))
		return SIGNATURE_NONE;
	signer = find_signer(site, settings);
	hash = hash_of(site);
	if (!signer) {
		diag_error(&(struct location){ .file = key },
			   "a key to sign modules with, but no sign-file of kernel %s; install its "
			   "headers, or use --unsigned", site->release);
		return SIGNATURE_FAILED;
	}
	return run_tool((char *[]){ signer, hash, key, certificate, (char *)module, NULL }) ?
	       SIGNATURE_MADE : SIGNATURE_FAILED;
}
