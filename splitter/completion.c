// SPDX-License-Identifier: GPL-2.0-or-later
/* Completion for bash and zsh, from the tables that the command line is read by. */
#include <string.h>

#include "completion.h"
#include "report.h"

/* What stands for an argument in the help says what it is. */
enum kind { KIND_OTHER, KIND_FILE, KIND_DIRECTORY, KIND_DRIVER, KIND_WORDS };

static enum kind kind_of(const char *argument)
{
	static const struct {
		const char *word;
		enum kind kind;
	} kinds[] = {
		{ "FILE", KIND_FILE }, { "PLAN", KIND_FILE }, { "HEADER", KIND_FILE },
		{ "DRIVER_DIR", KIND_FILE }, { "DIR", KIND_DIRECTORY },
		{ "OUT", KIND_DIRECTORY }, { "KDIR", KIND_DIRECTORY },
		{ "TREE", KIND_DIRECTORY }, { "SOURCE", KIND_DIRECTORY },
		{ "DRIVER", KIND_DRIVER }, { "FORMAT", KIND_WORDS },
	};
	size_t length = strcspn(argument, " .");

	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (strlen(kinds[i].word) == length && !strncmp(kinds[i].word, argument, length))
			return kinds[i].kind;
	return strchr(argument, '|') ? KIND_WORDS : KIND_OTHER;
}

/* The words to choose from: "facts|hints", or the formats as their message has them. */
static char *choice(const char *argument)
{
	g_auto(GStrv) words = g_strsplit_set(strchr(argument, '|') ? argument : report_formats,
					     "|, ", -1);
	GString *text = g_string_new(NULL);

	for (int i = 0; words[i]; i++)
		if (*words[i] && strcmp(words[i], "or"))
			g_string_append_printf(text, "%s%s", text->len ? " " : "", words[i]);
	return g_string_free(text, FALSE);
}

/* The operands of a command, past an option that it is used with. */
static const char *operands_of(const struct command *command)
{
	const char *text = command->arguments;

	return *text == '-' ? text + strcspn(text, " ") + 1 : text;
}

static char *bash_words(const char *argument)
{
	static const char *const words[] = {
		[KIND_OTHER] = "", [KIND_FILE] = "-f", [KIND_DIRECTORY] = "-d",
		[KIND_DRIVER] = "-W '$(_mdrv_drivers)'",
	};
	enum kind kind = kind_of(argument);
	g_autofree char *list = kind == KIND_WORDS ? choice(argument) : NULL;

	return list ? g_strdup_printf("-W '%s'", list) : g_strdup(words[kind]);
}

static void bash_name(const GOptionEntry *entry, void *data)
{
	GString *names = data;

	g_string_append_printf(names, " --%s", entry->long_name);
	if (entry->short_name)
		g_string_append_printf(names, " -%c", entry->short_name);
}

static void bash_argument(const GOptionEntry *entry, void *data)
{
	g_autofree char *words = NULL;

	if (!entry->arg_description)
		return;
	words = bash_words(entry->arg_description);
	fprintf(data, "\t\t--%s", entry->long_name);
	if (entry->short_name)
		fprintf(data, " | -%c", entry->short_name);
	fprintf(data, ") how=\"%s\" ;;\n", words);
}

static void print_bash(FILE *to, const struct command *commands, size_t n)
{
	fputs("_mdrv()\n{\n"
	      "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} names how\n\n"
	      "\t# --name=value are three words\n"
	      "\t[ \"$prev\" != = ] || prev=${COMP_WORDS[COMP_CWORD-2]}\n"
	      "\t[ \"$cur\" != = ] || cur=''\n"
	      "\tcase $COMP_CWORD:${COMP_WORDS[1]} in\n\t1:*) names='--help --version", to);
	for (size_t i = 0; i < n; i++)
		fprintf(to, " %s", commands[i].name);
	fputs("' how=\"-W '$names'\" ;;\n", to);
	for (size_t i = 0; i < n; i++) {
		g_autoptr(GString) names = g_string_new(NULL);
		g_autofree char *words = bash_words(operands_of(&commands[i]));

		options_each(&commands[i], bash_name, names);
		fprintf(to, "\t*:%s)\n\t\tnames='%s' how=\"%s\"\n\t\tcase $prev in\n",
			commands[i].name, names->str + 1, words);
		options_each(&commands[i], bash_argument, to);
		fputs("\t\tesac ;;\n", to);
	}
	fputs("\tesac\n"
	      "\t[[ $cur != -* ]] || how=\"-W '$names'\"\n"
	      "\tcompopt -o filenames 2>/dev/null\n"
	      "\tmapfile -t COMPREPLY < <(eval \"compgen $how\" -- '\"$cur\"')\n"
	      "}\ncomplete -F _mdrv mdrv\n", to);
}

/* In single quotes, where brackets and colons mean something as well. */
static char *zsh_quoted(const char *text)
{
	GString *quoted = g_string_new(NULL);

	for (; *text; text++) {
		if (strchr("[]:\\", *text))
			g_string_append_c(quoted, '\\');
		g_string_append(quoted, *text == '\'' ? "'\\''" : (char[]){ *text, 0 });
	}
	return g_string_free(quoted, FALSE);
}

static char *zsh_action(const char *argument)
{
	static const char *const actions[] = {
		[KIND_OTHER] = " ", [KIND_FILE] = "_files", [KIND_DIRECTORY] = "_files -/",
		[KIND_DRIVER] = "($(_mdrv_drivers))",
	};
	enum kind kind = kind_of(argument);
	g_autofree char *list = kind == KIND_WORDS ? choice(argument) : NULL;

	return list ? g_strdup_printf("(%s)", list) : g_strdup(actions[kind]);
}

static void zsh_option(const GOptionEntry *entry, void *data)
{
	const char *argument = entry->arg_description;
	g_autofree char *help = zsh_quoted(entry->description);
	g_autofree char *action = argument ? zsh_action(argument) : NULL;
	const char *many = entry->arg == G_OPTION_ARG_FILENAME_ARRAY ? "*" : "";
	FILE *to = data;

	fprintf(to, " \\\n\t\t\t'%s--%s%s[%s]", many, entry->long_name, argument ? "=" : "", help);
	if (argument)
		fprintf(to, ":%s:%s", argument, action);
	fputs("'", to);
	if (!entry->short_name)
		return;
	fprintf(to, " \\\n\t\t\t'-%c%s[%s]", entry->short_name, argument ? "+" : "", help);
	if (argument)
		fprintf(to, ":%s:%s", argument, action);
	fputs("'", to);
}

static void print_zsh(FILE *to, const struct command *commands, size_t n)
{
	fputs("_mdrv()\n{\n\tlocal -a commands\n\tlocal line state\n\n\tcommands=(\n", to);
	for (size_t i = 0; i < n; i++) {
		g_autofree char *summary = zsh_quoted(commands[i].summary);

		fprintf(to, "\t\t'%s:%s'\n", commands[i].name, summary);
	}
	fputs("\t)\n\t_arguments -C '1:command:->command' '*::argument:->argument'\n"
	      "\tcase $state in\n\tcommand) _describe command commands ;;\n"
	      "\targument)\n\t\tcase $words[1] in\n", to);
	for (size_t i = 0; i < n; i++) {
		g_autofree char *action = zsh_action(operands_of(&commands[i]));

		fprintf(to, "\t\t%s) _arguments -s", commands[i].name);
		options_each(&commands[i], zsh_option, to);
		fprintf(to, " \\\n\t\t\t'*:operand:%s' ;;\n", action);
	}
	fputs("\t\tesac ;;\n\tesac\n}\n_mdrv \"$@\"\n", to);
}

bool completion_print(FILE *to, const char *shell, const struct command *commands, size_t n)
{
	bool bash = !strcmp(shell, "bash");

	if (!bash && strcmp(shell, "zsh"))
		return false;
	fprintf(to, "%s# SPDX-License-Identifier: GPL-2.0-or-later\n"
		"# Generated by mdrv --completion %s.\n\n"
		"# what mdrv install has put there\n"
		"_mdrv_drivers()\n{\n"
		"\tmdrv status 2>/dev/null | cut -d ' ' -f 1 | sort -u\n}\n\n",
		bash ? "" : "#compdef mdrv\n", shell);
	(bash ? print_bash : print_zsh)(to, commands, n);
	return true;
}
