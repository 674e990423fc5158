"""Rules for competency frameworks. Each package is an action on the interfaces of what it uses."""

CadreInfo = provider(
    doc = "What packages that use a framework are checked against.",
    fields = {
        "interface": "File: the interface of the framework",
        "interfaces": "depset of File: that, and the interfaces of all that it uses, directly or not",
        "manifest": "File: its cadre.toml",
        "sources": "depset of File: all that is read of it",
        "used": "depset of File: the interfaces of all that it uses, directly or not",
    },
)

_TOOLCHAIN = "@cadre_rules//:toolchain_type"

def _sources(ctx):
    """All that is read of the package, which lies in the folder of its manifest."""
    folder = ctx.file.manifest.dirname
    for file in ctx.files.srcs:
        if folder and not file.path.startswith(folder + "/"):
            fail("{} is not below {}: a package is a folder".format(file.path, folder), "srcs")
    return depset([ctx.file.manifest] + ctx.files.srcs)

def _build(ctx, output, outputs, emit, sources, interfaces, mnemonic):
    arguments = ctx.actions.args()
    arguments.add("build")
    arguments.add(ctx.file.manifest.dirname or ".")
    arguments.add("--output", output)
    arguments.add_joined("--emit", emit, join_with = ",")
    arguments.add_all(interfaces, before_each = "--interface")
    arguments.add("--quiet")
    arguments.add_all(ctx.attr.options)
    ctx.actions.run(
        executable = ctx.toolchains[_TOOLCHAIN].files_to_run,
        arguments = [arguments],
        inputs = depset(transitive = [sources, interfaces]),
        outputs = outputs,
        mnemonic = mnemonic,
        progress_message = "Checking framework {}".format(ctx.label),
    )

def _cadre_framework_impl(ctx):
    sources = _sources(ctx)
    interfaces = depset(transitive = [dep[CadreInfo].interfaces for dep in ctx.attr.deps])
    interface = ctx.actions.declare_file(ctx.label.name + ".cadre/framework.interface")
    _build(ctx, interface.dirname, [interface], ["interface"], sources, interfaces, "CadreInterface")

    # Packages that use this one do not wait for its outputs.
    written = []
    if ctx.attr.emit:
        directory = ctx.actions.declare_directory(ctx.label.name)
        written.append(directory)
        _build(ctx, directory.path, written, ctx.attr.emit, sources, interfaces, "CadreBuild")
    return [
        DefaultInfo(files = depset(written or [interface])),
        OutputGroupInfo(interface = depset([interface])),
        CadreInfo(
            interface = interface,
            interfaces = depset([interface], transitive = [interfaces]),
            manifest = ctx.file.manifest,
            sources = sources,
            used = interfaces,
        ),
    ]

cadre_framework = rule(
    implementation = _cadre_framework_impl,
    attrs = {
        "deps": attr.label_list(
            doc = "The frameworks that its cadre.toml lists under [dependencies].",
            providers = [CadreInfo],
        ),
        "emit": attr.string_list(
            doc = "Outputs to write into a folder with the name of the target, such as json and html. " +
                  "None: the target is its interface.",
        ),
        "manifest": attr.label(
            allow_single_file = ["cadre.toml"],
            doc = "Its cadre.toml. The folder of that is the package.",
            mandatory = True,
        ),
        "options": attr.string_list(doc = "Options of `cadre build`, such as --drafts."),
        "srcs": attr.label_list(
            allow_files = [".cadre", ".lock", ".json"],
            doc = "Its sources, the locks of its translations and, if it has one, the baseline of its findings.",
            mandatory = True,
        ),
    },
    doc = "Checks a package and writes its interface and, if asked to, its outputs.",
    toolchains = [_TOOLCHAIN],
)

_CHECK = """#!/bin/sh
# Findings are shown, and reported to Bazel a finding a test case.
report=${{XML_OUTPUT_FILE:-${{TMPDIR:-/tmp}}/cadre-check.$$.xml}}
{cadre} check {call} --message-format junit --report-file "$report"
code=$?
[ -n "$XML_OUTPUT_FILE" ] || rm -f "$report"
if [ $code -ne 0 ]; then
  {cadre} check {call}
fi
exit $code
"""

def _quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"

def _cadre_check_test_impl(ctx):
    info = ctx.attr.framework[CadreInfo]
    toolchain = ctx.toolchains[_TOOLCHAIN]
    folder = info.manifest.short_path[:-len("cadre.toml")].rstrip("/") or "."
    call = [folder]
    for interface in info.used.to_list():
        call += ["--interface", interface.short_path]
    if ctx.attr.deny_warnings:
        call += ["--deny", "warnings"]
    script = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(
        script,
        _CHECK.format(
            cadre = _quoted(toolchain.cadre.short_path),
            call = " ".join([_quoted(word) for word in call + ctx.attr.options]),
        ),
        is_executable = True,
    )
    return [DefaultInfo(
        executable = script,
        runfiles = ctx.runfiles(transitive_files = depset(transitive = [info.sources, info.used, toolchain.files])),
    )]

cadre_check_test = rule(
    implementation = _cadre_check_test_impl,
    attrs = {
        "deny_warnings": attr.bool(
            default = True,
            doc = "Whether a warning fails the test. Errors fail the build already.",
        ),
        "framework": attr.label(
            doc = "The cadre_framework to check.",
            mandatory = True,
            providers = [CadreInfo],
        ),
        "options": attr.string_list(doc = "Options of `cadre check`."),
    },
    doc = "Checks a package as `cadre check` does, and reports its findings to Bazel.",
    test = True,
    toolchains = [_TOOLCHAIN],
)
