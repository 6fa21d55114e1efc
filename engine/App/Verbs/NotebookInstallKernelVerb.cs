using System.CommandLine;
using System.Text.Json;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary><c>notebook install-kernel</c>: tells Jupyter, VS Code and nbconvert that there is a C# kernel here.</summary>
static class NotebookInstallKernelVerb
{
    public static Command Make(Workspace workspace)
    {
        var prefix = new Option<string?>("--prefix") { Description = "install into share/jupyter below this folder, such as that of an environment of Python's", HelpName = "DIR" };
        var user = new Option<bool>("--user") { Description = "install for this user (default)" };
        var name = new Option<string>("--name") { Description = "what --kernel takes", HelpName = "NAME", DefaultValueFactory = _ => "workbench" };
        var remove = new Option<bool>("--remove") { Description = "take the kernel away" };
        var verb = new Command("install-kernel", "Let Jupyter's front ends run C# cells with this Workbench. Example: notebook install-kernel") { prefix, user, name, remove };
        return verb.Does((parsed, terminal, _) =>
        {
            if (parsed.GetValue(prefix) is not null && parsed.GetValue(user))
            {
                throw CliErrors.Usage("--prefix and --user name two places, and a kernel is installed in one.", "./run.sh notebook install-kernel --user");
            }

            var kernels = parsed.GetValue(prefix) is { } below ? KernelSpec.KernelsBelow(below) : UserKernels();
            var spec = new KernelSpec(kernels, parsed.GetValue(name)!);
            return parsed.GetValue(remove) ? Remove(terminal, spec) : Install(workspace, terminal, spec);
        });
    }

    static ExitCode Install(Workspace workspace, Terminal terminal, KernelSpec spec)
    {
        var command = KernelCommand.Of(workspace);
        spec.Write(command.Words, command.Environment);
        var name = Path.GetFileName(spec.Folder);
        Tell(terminal, spec, command.Words);
        terminal.Result($"The kernel '{name}' is in {spec.Folder}\nTry: jupyter nbconvert --to notebook --execute --ExecutePreprocessor.kernel_name={name} X.ipynb");
        return ExitCode.Ok;
    }

    static ExitCode Remove(Terminal terminal, KernelSpec spec)
    {
        spec.Remove();
        Tell(terminal, spec, []);
        terminal.Result($"{spec.Folder} is gone.");
        return ExitCode.Ok;
    }

    static void Tell(Terminal terminal, KernelSpec spec, IReadOnlyList<string> words)
    {
        if (!terminal.Json)
        {
            return;
        }

        terminal.Document(JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", Path.GetFileName(spec.Folder));
            writer.WriteString("folder", spec.Folder);
            writer.WriteBoolean("installed", words.Count > 0);
            writer.WriteStartArray("argv");
            foreach (var word in words)
            {
                writer.WriteStringValue(word);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    static string UserKernels() => KernelSpec.UserKernels(
        Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), OperatingSystem.IsMacOS());
}
