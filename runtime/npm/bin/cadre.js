#!/usr/bin/env node
// Starts the compiler that this package carries, and ends as it ends. Where it cannot run, says why.
"use strict";

const { spawn } = require("child_process");
const { constants } = require("os");
const path = require("path");

/// The oldest C library that the binary runs with: that of Debian 12.
const oldest = [2, 36];

/// What stands against running the binary here; nothing if it can run.
function obstacle() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return `this package holds a program for Linux on x86-64, and this is ${process.platform} on ${process.arch}`;
  }
  const version = process.report.getReport().header.glibcVersionRuntime;
  if (!version) return "this package holds a program for the GNU C library, and this system has another one (Alpine has musl)";
  const [major, minor] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return `this package needs the GNU C library ${oldest.join(".")} or newer (Debian 12, Ubuntu 24.04), and this system has ${version}`;
}

function fail(why) {
  console.error(`cadre: ${why}`);
  process.exit(2);
}

const why = obstacle();
if (why) fail(why);

const child = spawn(path.join(__dirname, "cadre"), process.argv.slice(2), { stdio: "inherit" });
// A Ctrl-C reaches the compiler by itself; it decides when to end.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => { if (signal !== "SIGINT") child.kill(signal); });
}
child.on("error", (error) => fail(`cannot start ${path.join(__dirname, "cadre")}: ${error.message}`));
child.on("exit", (code, signal) => process.exit(code === null ? 128 + constants.signals[signal] : code));
