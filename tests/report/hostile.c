// SPDX-License-Identifier: GPL-2.0-only
/* What must stay text in a report: </script><script>document.title = "owned"</script>
 * <!-- <script> --> ]]> <img src=x onerror="document.title='owned'"> &lt; @{data}
 */
#include <linux/module.h>
#include <linux/init.h>

static char *text = "</script><img src='https://example.org/x.png' onerror=alert(1)>\u2028";
module_param(text, charp, 0);

static int hostile_length(const char *from)
{
	return from["<svg onload=alert(1)>"[0] == '<' ? 0 : 1];
}

static int __init hostile_init(void)
{
	return hostile_length(text) < 0;
}
module_init(hostile_init);
MODULE_LICENSE("GPL");
