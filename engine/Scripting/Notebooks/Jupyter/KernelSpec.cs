using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// What tells Jupyter of a kernel: a folder with a <c>kernel.json</c> where Jupyter looks for such
/// (jupyter-client.readthedocs.io/en/stable/kernels.html, "Kernel specs"). Needs neither Jupyter nor Python to be there.
/// </summary>
public sealed class KernelSpec
{
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kernel of that name in a folder of kernels.</summary>
    /// <param name="kernels">The folder, one of <see cref="UserKernels"/> and <see cref="KernelsBelow"/>.</param>
    /// <param name="name">What <c>--kernel</c> takes.</param>
    /// <exception cref="WorkbenchException">WB3074: Jupyter takes no such name.</exception>
    public KernelSpec(string kernels, string name)
    {
        if (name.Length == 0 || name is "." or ".." || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'))
        {
            throw JupyterErrors.BadKernelName(name);
        }

        Folder = Path.Combine(kernels, name.ToLowerInvariant());
    }

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    string File => Path.Combine(Folder, "kernel.json");

    /// <summary>Where Jupyter looks for a user's own kernels: <c>JUPYTER_DATA_DIR</c>, else what the system has for such data.</summary>
    /// <param name="environment">Asks for an environment variable.</param>
    /// <param name="home">The user's folder.</param>
    /// <param name="isMac">Whether the system is macOS.</param>
    public static string UserKernels(Func<string, string?> environment, string home, bool isMac) => Path.Combine(
        environment("JUPYTER_DATA_DIR") is { Length: > 0 } named ? named
        : isMac ? Path.Combine(home, "Library", "Jupyter")
        : Path.Combine(environment("XDG_DATA_HOME") is { Length: > 0 } data ? data : Path.Combine(home, ".local", "share"), "jupyter"), "kernels");

    /// <summary>Where Jupyter looks for the kernels of an environment of Python's, or of all users where the prefix is <c>/usr/local</c>.</summary>
    public static string KernelsBelow(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>Writes it; an older one of ours is replaced.</summary>
    /// <param name="words">The command line, with <c>{connection_file}</c> where that goes.</param>
    /// <param name="environment">What is to be set beside Jupyter's own environment.</param>
    /// <exception cref="WorkbenchException">WB3077: another program's kernel has the name. WB3079: it cannot be written.</exception>
    public void Write(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment)
    {
        RequireOurs();
        try
        {
            Directory.CreateDirectory(Folder);
            using (var stream = new FileStream(File + ".new", FileMode.Create))
            using (var writer = new Utf8JsonWriter(stream, Readable))
            {
                Text(words, environment).WriteTo(writer);
            }

            System.IO.File.Move(File + ".new", File, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw JupyterErrors.NotWritten(Folder, refused);
        }
    }

    /// <summary>Takes it away.</summary>
    /// <exception cref="WorkbenchException">WB3078: it is not there. WB3077: it is another program's. WB3079: it cannot be taken away.</exception>
    public void Remove()
    {
        if (!System.IO.File.Exists(File))
        {
            throw JupyterErrors.NotInstalled(Folder);
        }

        RequireOurs();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw JupyterErrors.NotWritten(Folder, refused);
        }
    }

    static JsonObject Text(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment) => new()
    {
        ["argv"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]),
        ["display_name"] = "Workbench (C#)",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["env"] = new JsonObject(environment.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value))),
        ["metadata"] = new JsonObject { ["workbench"] = true, ["debugger"] = false },
    };

    void RequireOurs()
    {
        if (System.IO.File.Exists(File) && !IsOurs())
        {
            throw JupyterErrors.NotOurs(Folder);
        }
    }

    bool IsOurs()
    {
        try
        {
            return JsonNode.Parse(System.IO.File.ReadAllBytes(File))?["metadata"]?["workbench"] is not null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
