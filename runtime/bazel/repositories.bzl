"""The compiler that is installed on this machine, as a repository."""

_BUILD = """
load("@cadre_rules//:toolchain.bzl", "cadre_toolchain")

cadre_toolchain(
    name = "cadre",
    cadre = "cadre_binary",
)

toolchain(
    name = "toolchain",
    toolchain = ":cadre",
    toolchain_type = "@cadre_rules//:toolchain_type",
    visibility = ["//visibility:public"],
)
"""

def _cadre_local_impl(repository_ctx):
    path = repository_ctx.attr.path or repository_ctx.os.environ.get("CADRE_EXECUTABLE") or repository_ctx.which("cadre")
    if not path:
        fail("there is no `cadre` in PATH: install it, or set CADRE_EXECUTABLE to its path")

    # Its bytes are an input of each action, so that another compiler checks all again, on remote machines, too.
    repository_ctx.symlink(path, "cadre_binary")
    repository_ctx.file("BUILD.bazel", _BUILD)

cadre_local = repository_rule(
    implementation = _cadre_local_impl,
    attrs = {
        "path": attr.string(doc = "The compiler; without it, what CADRE_EXECUTABLE says, and `cadre` in PATH."),
    },
    environ = ["CADRE_EXECUTABLE", "PATH"],
    local = True,
    doc = "A repository with a toolchain, `:toolchain`, of the compiler that is installed here.",
)
