// SPDX-License-Identifier: GPL-2.0-or-later
/* What mdrvd says to files that are no user half, and to itself being used wrongly. */
#include <check.h>
#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char dir[] = "/tmp/half-test.XXXXXX";
static char said[4096];

static const char *path(const char *name)
{
	static char full[200];

	snprintf(full, sizeof(full), "%s/%s", dir, name);
	return full;
}

static void put_file(const char *name, const void *data, size_t len)
{
	FILE *f = fopen(path(name), "w");

	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(data, 1, len, f), len);
	ck_assert_int_eq(fclose(f), 0);
}

/* Status of mdrvd with these arguments; what it wrote is in said. */
static int mdrvd(const char *args)
{
	char command[600];
	size_t len;
	FILE *f;
	int status;

	snprintf(command, sizeof(command), "%s %s 2>&1", MDRVD, args);
	f = popen(command, "r");
	ck_assert_ptr_nonnull(f);
	len = fread(said, 1, sizeof(said) - 1, f);
	said[len] = '\0';
	status = pclose(f);
	ck_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void refuses(const char *name, const char *why)
{
	char want[400];

	ck_assert_int_eq(mdrvd(path(name)), 1);
	snprintf(want, sizeof(want), "mdrvd: error: %s: %s\n", path(name), why);
	ck_assert_str_eq(said, want);
	snprintf(want, sizeof(want), "-f %s", path(name));
	ck_assert_int_eq(mdrvd(want), 1);
}

/* A header that promises @shnum sections behind the file's end. */
static Elf64_Ehdr header(int type, int machine, int shnum)
{
	Elf64_Ehdr eh = {
		.e_ident = ELFMAG "\2\1\1", .e_type = type, .e_machine = machine, .e_version = 1,
		.e_shoff = sizeof(eh), .e_shentsize = 64, .e_shnum = shnum,
	};

	return eh;
}

START_TEST(no_file)
{
	refuses("missing.so", "No such file or directory");
	ck_assert_int_eq(mkdir(path("dir.so"), 0700), 0);
	refuses("dir.so", "a directory, not a user half");
}
END_TEST

START_TEST(no_elf)
{
	put_file("text.so", "#!/bin/sh\n", 10);
	refuses("text.so", "not an ELF file");
	put_file("empty.so", "", 0);
	refuses("empty.so", "not an ELF file");
	put_file("start.so", ELFMAG, 4);
	refuses("start.so", "truncated in its first header; copy or build it again");
}
END_TEST

START_TEST(other_elf)
{
	Elf64_Ehdr eh = header(ET_DYN, EM_X86_64, 10);

	put_file("cut.so", &eh, sizeof(eh));
	refuses("cut.so", "truncated: it ends before its section table; copy or build it again");
	eh = header(ET_DYN, EM_RISCV, 0);
	put_file("riscv.so", &eh, sizeof(eh));
	refuses("riscv.so", "built for another processor");
	eh = header(ET_REL, EM_X86_64, 0);
	put_file("module.ko", &eh, sizeof(eh));
	refuses("module.ko", "an object file or kernel module, not a user half (a .so)");
	eh = header(ET_EXEC, EM_X86_64, 0);
	put_file("program", &eh, sizeof(eh));
	refuses("program", "not a shared object");
}
END_TEST

START_TEST(other_library)
{
	char args[300];

	snprintf(args, sizeof(args), "-f %s", STRANGER);
	ck_assert_int_eq(mdrvd(args), 1);
	ck_assert_ptr_nonnull(strstr(said, "not a user half: it has no symbol mdrv_half"));
}
END_TEST

START_TEST(usage)
{
	ck_assert_int_eq(mdrvd(""), 2);
	ck_assert_ptr_nonnull(strstr(said, "no user half given"));
	ck_assert_int_eq(mdrvd("a.so b.so"), 2);
	ck_assert_int_eq(mdrvd("--frobnicate"), 2);
	ck_assert_ptr_nonnull(strstr(said, "--frobnicate"));
	ck_assert_int_eq(mdrvd("--help"), 0);
	ck_assert_ptr_nonnull(strstr(said, "Usage: mdrvd"));
	ck_assert_int_eq(mdrvd("--version"), 0);
	ck_assert_int_eq(strncmp(said, "mdrvd ", 6), 0);
}
END_TEST

static void setup(void)
{
	ck_assert_ptr_nonnull(mkdtemp(dir));
}

static void teardown(void)
{
	char command[300];

	snprintf(command, sizeof(command), "rm -rf %s", dir);
	ck_assert_int_eq(system(command), 0);
	memcpy(dir + sizeof(dir) - 7, "XXXXXX", 6);
}

int main(void)
{
	Suite *s = suite_create("half");
	TCase *tc = tcase_create("files");
	SRunner *sr;
	int failed;

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_set_timeout(tc, 30);
	tcase_add_test(tc, no_file);
	tcase_add_test(tc, no_elf);
	tcase_add_test(tc, other_elf);
	tcase_add_test(tc, other_library);
	tcase_add_test(tc, usage);
	suite_add_tcase(s, tc);
	sr = srunner_create(s);
	srunner_run_all(sr, CK_ENV);
	failed = srunner_ntests_failed(sr);
	srunner_free(sr);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
