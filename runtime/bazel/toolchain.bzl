"""A compiler that the rules can run."""

def _cadre_toolchain_impl(ctx):
    info = ctx.attr.cadre[DefaultInfo]
    runfiles = [info.default_runfiles.files] if info.default_runfiles else []
    return [platform_common.ToolchainInfo(
        cadre = ctx.executable.cadre,
        files = depset([ctx.executable.cadre], transitive = runfiles),
        files_to_run = info.files_to_run,
    )]

cadre_toolchain = rule(
    implementation = _cadre_toolchain_impl,
    attrs = {
        "cadre": attr.label(
            allow_single_file = True,
            cfg = "exec",
            doc = "The compiler: a file, or a target that makes it.",
            executable = True,
            mandatory = True,
        ),
    },
    doc = "What a `toolchain` of type `@cadre_rules//:toolchain_type` names.",
)
