using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// XML files that compilers write about libraries: beside our own, and in the SDK for the framework where one is installed. They are searched as
/// bytes, some milliseconds each; reading a hundred megabytes of XML into memory would not be worth a sentence in a hover.
/// </summary>
static class DocumentationFiles
{
    // The framework's innermost library is documented under the names that programs refer to it by.
    static readonly string[] OfCore = ["System.Runtime", "System.Collections", "System.Threading", "System.Linq", "System.Memory", "System.Runtime.Extensions"];

    static readonly ConcurrentDictionary<(string File, string Id), string?> Found = new();

    static readonly Lazy<string?> Sdk = new(FindSdk);

    /// <summary>What is inside the member's element; null where nothing is written about it.</summary>
    public static string? Find(ISymbol symbol, Microsoft.CodeAnalysis.Compilation compilation)
    {
        if (symbol.ContainingAssembly is not { } assembly || symbol.GetDocumentationCommentId() is not { } id
            || (compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath is not { } library)
        {
            return null;
        }

        return Files(library).Select(file => Found.GetOrAdd((file, id), key => Read(key.File, key.Id))).FirstOrDefault(text => text is not null);
    }

    static IEnumerable<string> Files(string library)
    {
        var name = Path.GetFileNameWithoutExtension(library);
        var beside = new[] { Path.ChangeExtension(library, ".xml") };
        var inSdk = Sdk.Value is not { } sdk ? [] : (name == "System.Private.CoreLib" ? OfCore : [name]).Select(each => Path.Combine(sdk, each + ".xml"));
        return beside.Concat(inSdk).Where(File.Exists);
    }

    static string? Read(string file, string id)
    {
        var bytes = File.ReadAllBytes(file).AsSpan();
        var start = bytes.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\">"));
        if (start < 0)
        {
            return null;
        }

        var body = bytes[start..];
        body = body[(body.IndexOf((byte)'>') + 1)..];
        var end = body.IndexOf("</member>"u8);
        return end < 0 ? null : Encoding.UTF8.GetString(body[..end]);
    }

    // …/shared/Microsoft.NETCore.App/10.0.1/ beside …/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0/
    static string? FindSdk()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var packs = string.IsNullOrEmpty(framework) ? null : Path.Combine(framework, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        return Directory.Exists(packs)
            ? Directory.EnumerateFiles(packs, "System.Runtime.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Path.GetDirectoryName).LastOrDefault()
            : null;
    }
}
