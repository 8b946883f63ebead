// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A function that is declared an alias of another one has no body of its own: who
 * calls it calls the other, wherever that is.
 */
#include <string.h>

#include "source_walk.h"

struct aliases {
	struct parser *parser;
	GPtrArray *declared;	/* struct decl * */
	GPtrArray *targets;	/* char *: name of what each is an alias of */
	GHashTable *functions;	/* name -> struct decl *: what the file declares */
};

/* "alias("x")", "__alias(x)" and the like in the text of an attribute: x, or NULL. */
static char *target_in(const char *text)
{
	const char *at = strstr(text, "alias");

	if (!at)
		return NULL;
	at += strlen("alias");
	while (*at && strchr("_ (\"", *at))
		at++;
	text = at;
	while (g_ascii_isalnum(*at) || *at == '_')
		at++;
	return at > text ? g_strndup(text, at - text) : NULL;
}

static char *alias_of(struct parser *parser, struct decl *declaration)
{
	g_autoptr(GPtrArray) attributes = ast_attributes(parser->ast, declaration);
	char *target = NULL;

	for (guint i = 0; !target && i < attributes->len; i++)
		target = target_in(attributes->pdata[i]);
	return target;
}

static bool is_own(const char *path, void *data)
{
	const struct aliases *aliases = data;

	return path == aliases->parser->source->path;
}

static void collect(struct decl *declaration, void *data)
{
	struct aliases *aliases = data;
	char *target;

	if (declaration->kind != DECL_FUNCTION)
		return;
	g_hash_table_insert(aliases->functions, (gpointer)declaration->name, declaration);
	target = declaration->is_definition ? NULL : alias_of(aliases->parser, declaration);
	if (target) {
		g_ptr_array_add(aliases->declared, declaration);
		g_ptr_array_add(aliases->targets, target);
	}
}

void take_aliases(struct parser *parser)
{
	struct aliases aliases = { .parser = parser };

	if (!parser->source->text || !strstr(parser->source->text, "alias"))
		return;
	aliases.declared = g_ptr_array_new();
	aliases.targets = g_ptr_array_new_with_free_func(g_free);
	aliases.functions = g_hash_table_new(g_str_hash, g_str_equal);
	ast_declarations(parser->ast, is_own, collect, &aliases);
	for (guint i = 0; i < aliases.declared->len; i++) {
		const struct decl *declaration = aliases.declared->pdata[i];
		struct decl *target = g_hash_table_lookup(aliases.functions,
							  aliases.targets->pdata[i]);

		if (target && target->canonical != declaration->canonical)
			g_hash_table_insert(parser->functions, declaration->canonical,
					    function_of(parser, target));
	}
	g_ptr_array_unref(aliases.declared);
	g_ptr_array_unref(aliases.targets);
	g_hash_table_unref(aliases.functions);
}
