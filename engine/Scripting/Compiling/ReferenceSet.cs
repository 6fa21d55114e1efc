using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting;

/// <summary>What every script is compiled against: the running .NET framework, Model and Core, and nothing else of the engine.</summary>
static class ReferenceSet
{
    static readonly Lazy<MetadataReference[]> Loaded = new(Load);
    static readonly Lock Binding = new();

    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    static MetadataReference[] Load()
    {
        var engine = new[] { typeof(Instrument), typeof(Strategy) }.Select(type => type.Assembly.Location);
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        if (string.IsNullOrEmpty(framework))
        {
            throw ScriptErrors.NoFramework();
        }

        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        var files = trusted.Where(path => Path.GetDirectoryName(path) == framework && IsFramework(Path.GetFileName(path)));
        return [.. files.Concat(engine).Select(Of)];
    }

    /// <summary>A library to compile against. Its code, most of the file, is not read.</summary>
    public static MetadataReference Of(string path)
    {
        var module = ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        return AssemblyMetadata.Create(module).GetReference(filePath: path);
    }

    /// <summary>
    /// Lets a compilation find the types of its libraries, one compilation after the other. The compiler shares them among all that are alive, but two that look at
    /// once make types of their own each: then what a cell declared is of another <c>List</c> than the next cell knows, and nothing that takes one takes it.
    /// </summary>
    public static CSharpCompilation Bind(CSharpCompilation compilation)
    {
        lock (Binding)
        {
            _ = compilation.Assembly;
        }

        return compilation;
    }

    // A self-contained program keeps the framework and its own libraries in one folder.
    static bool IsFramework(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal) || file is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll";
}
