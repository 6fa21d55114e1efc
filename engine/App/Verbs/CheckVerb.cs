using System.CommandLine;
using Workbench.Model;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary><c>check FILE.csx</c>: may the script run? Compiles it and walks it through the determinism gate, without running it.</summary>
static class CheckVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the script", HelpName = "FILE.csx" };
        var name = CommonOptions.Class();
        return new Command("check", "Compile a script and hold it against the determinism gate. Example: check strategies/sma-cross.csx") { file, name }
            .Does((parsed, terminal, _) =>
            {
                var check = Watchdog.Over(
                    () => new ScriptHost(workspace.ScriptCache).Check(parsed.GetValue(file)!, parsed.GetValue(name)), Watchdog.Patience, terminal.Die);
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(writer => Write(writer, check)));
                }

                foreach (var warning in check.Warnings)
                {
                    terminal.Warn(warning);
                }

                terminal.Result(check.Passed ? check + "\n" + ParamsVerb.Table(check.Parameters) : check.ToString());
                return check.Passed ? ExitCode.Ok : ExitCode.Compile;
            });
    }

    static void Write(System.Text.Json.Utf8JsonWriter writer, ScriptCheck check)
    {
        writer.WriteStartObject();
        writer.WriteString("file", check.Path);
        writer.WriteString("sha256", check.Sha256);
        writer.WriteBoolean("passed", check.Passed);
        writer.WriteString("strategy", check.Strategy);
        writer.WriteStartArray("offences");
        foreach (var offence in check.Offences)
        {
            writer.WriteStartObject();
            writer.WriteString("code", offence.Code);
            writer.WriteString("file", offence.Path);
            writer.WriteNumber("line", offence.Line);
            writer.WriteNumber("column", offence.Column);
            writer.WriteString("text", offence.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("parameters");
        ParamsVerb.Write(writer, check.Parameters);
        writer.WriteEndObject();
    }
}
