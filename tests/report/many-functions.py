# SPDX-License-Identifier: GPL-2.0-or-later
"""Print a driver of many functions that call one another: many-functions.py COUNT."""
import random
import sys

count = int(sys.argv[1])
random.seed(1)
print("// SPDX-License-Identifier: GPL-2.0-only")
print("#include <linux/module.h>")
print("static int many_total;")
for i in range(count):
    callees = sorted({random.randrange(max(0, i - 60), i) for _ in range(3)} if i else set())
    calls = "".join(f" + many_function_{j}(x - {j})" for j in callees)
    print(f"static int many_function_{i}(int x)\n{{\n\tmany_total += x;\n"
          f"\treturn x > {i} ? x{calls} : {i};\n}}\n")
print(f"static int __init many_init(void)\n{{\n\treturn many_function_{count - 1}(1) < 0;\n}}")
print("module_init(many_init);\nMODULE_LICENSE(\"GPL\");")
