using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Architecture.Tests;

/// <summary>Model and Core compiled in memory, for questions that need to know what a name means.</summary>
static class HeartCompilation
{
    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The framework, without anything of ours.</summary>
    public static IReadOnlyList<MetadataReference> Framework { get; } =
        [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file))];

    public static CSharpCompilation Model { get; } = Of("Model");

    public static CSharpCompilation Core { get; } = Of("Core").AddReferences(Model.ToMetadataReference());

    /// <summary>A snippet as if it were a file of its own assembly, with the usings that every project has.</summary>
    public static CSharpCompilation Snippet(string code) => Compile("Snippet", [CSharpSyntaxTree.ParseText(code)]);

    static CSharpCompilation Of(string room) => Compile("Workbench." + room, Room.All.Single(each => each.Name == room).Sources.Select(file => file.Tree));

    static CSharpCompilation Compile(string name, IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        name, [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings)], Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    static bool IsManaged(string file)
    {
        var name = Path.GetFileName(file);
        return name is "mscorlib.dll" or "netstandard.dll" or "System.dll"
            || (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native.", StringComparison.Ordinal));
    }
}
