using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Workbench.Scripting;

/// <summary>What every script is compiled against: the running .NET framework, Model and Core, and nothing else of the engine.</summary>
static class ReferenceSet
{
    static readonly Lazy<MetadataReference[]> Loaded = new(Load);

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

    // A self-contained program keeps the framework and its own libraries in one folder.
    static bool IsFramework(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal) || file is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll";
}
