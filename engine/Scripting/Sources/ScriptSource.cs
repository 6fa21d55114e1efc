using System.Security.Cryptography;
using System.Text;

namespace Workbench.Scripting;

/// <summary>
/// A script with everything it loads and refers to, read once: what is hashed is what is compiled, whoever writes to the
/// files meanwhile. Knows nothing of the compiler, so that a cached script starts without it.
/// </summary>
sealed class ScriptSource
{
    const int MostFiles = 200;
    const int MostBytes = 4 << 20;

    readonly Dictionary<string, ScriptFile> byName = new(StringComparer.Ordinal);
    readonly string folder;

    ScriptSource(string path)
    {
        Path = path;
        folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
    }

    /// <summary>The script's path as the caller wrote it.</summary>
    public string Path { get; }

    /// <summary>The script first, then what it loads, in the order of their <c>#load</c> lines.</summary>
    public List<ScriptFile> Files { get; } = [];

    /// <summary>Libraries of <c>#r "x.dll"</c>, by the name relative to the script's folder.</summary>
    public SortedDictionary<string, ScriptFile> Libraries { get; } = new(StringComparer.Ordinal);

    /// <summary>Packages of <c>#r "nuget: …"</c>, in the order of their lines.</summary>
    public List<PackageName> Packages { get; } = [];

    /// <summary>The file itself.</summary>
    public ScriptFile Main => Files[0];

    /// <summary>Reads a script and all it loads.</summary>
    /// <exception cref="WorkbenchException">WB3003: there is no such file; WB3004: it cannot be read; WB3009: a package without version.</exception>
    public static ScriptSource Read(string path)
    {
        if (!File.Exists(path))
        {
            throw ScriptErrors.NotFound(path);
        }

        var source = new ScriptSource(path);
        source.Add(source.ReadFile(System.IO.Path.GetFileName(path)));
        return source;
    }

    /// <summary>Takes a text that lies in no file of its own, a notebook's cell say, and reads all it loads.</summary>
    /// <param name="path">The file whose folder its relative paths start at; it need not exist.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="text">The text.</param>
    public static ScriptSource Of(string path, string name, string text)
    {
        var source = new ScriptSource(path);
        source.Add(new ScriptFile(name, name, Encoding.UTF8.GetBytes(text)));
        return source;
    }

    /// <summary>The text with that name, or null where there is none.</summary>
    public ScriptFile? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What a path in a directive means: relative to the file it stands in, as a name relative to the script's folder.</summary>
    public string NameOf(string value, string? inFile)
    {
        var basis = System.IO.Path.GetDirectoryName(System.IO.Path.Combine(folder, inFile ?? ""))!;
        var full = System.IO.Path.GetFullPath(value.Replace('\\', '/'), basis);
        return System.IO.Path.GetRelativePath(folder, full).Replace('\\', '/');
    }

    /// <summary>
    /// SHA-256 of the script: that of the file itself where it loads nothing, else that of the list of all its files' hashes.
    /// It does not depend on where the files lie.
    /// </summary>
    public string Sha256()
    {
        if (Files.Count == 1 && Libraries.Count == 0 && Packages.Count == 0)
        {
            return Hash(Main.Bytes);
        }

        var list = new StringBuilder();
        foreach (var file in Files)
        {
            list.Append(Hash(file.Bytes)).Append('\n');
        }

        foreach (var library in Libraries.Values)
        {
            list.Append(Hash(library.Bytes)).Append('\n');
        }

        foreach (var package in Packages)
        {
            list.Append(package.ToString()).Append('\n');
        }

        return Hash(Encoding.UTF8.GetBytes(list.ToString()));
    }

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    void Add(ScriptFile file)
    {
        byName.Add(file.Name, file);
        Files.Add(file);
        foreach (var directive in Directive.Scan(file.Decode()))
        {
            Follow(directive, file.Name);
        }
    }

    void Follow(Directive directive, string inFile)
    {
        if (!directive.IsLoad && PackageName.IsOne(directive.Value))
        {
            var package = PackageName.Parse(directive.Value);
            if (!Packages.Contains(package))
            {
                Packages.Add(package);
            }

            return;
        }

        // What is not there is left for the compiler to complain about: it knows whether the line counts at all.
        var name = NameOf(directive.Value, inFile);
        if (!File.Exists(System.IO.Path.Combine(folder, name)))
        {
            return;
        }

        if (directive.IsLoad && !byName.ContainsKey(name))
        {
            Add(ReadFile(name));
        }
        else if (!directive.IsLoad && !Libraries.ContainsKey(name))
        {
            Libraries.Add(name, ReadFile(name));
        }
    }

    ScriptFile ReadFile(string name)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", name);
        var isText = !name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        try
        {
            return isText && (Files.Count == MostFiles || new FileInfo(path).Length > MostBytes)
                ? throw ScriptErrors.TooLarge(path, MostFiles, MostBytes)
                : new ScriptFile(name, path, File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ScriptErrors.Unreadable(path, error);
        }
    }
}
