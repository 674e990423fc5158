"""For MODULE.bazel. Files of WORKSPACE load repositories.bzl."""

load(":repositories.bzl", "cadre_local")

def _cadre_impl(_module_ctx):
    cadre_local(name = "cadre_local")

cadre = module_extension(
    implementation = _cadre_impl,
    doc = "The repository `cadre_local`: the compiler that is installed on this machine.",
)
