using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Workbench.Scripting;

/// <summary>How the text of scripts and of notebook cells is read and compiled: one way, so that a cell means the same once it is a script.</summary>
static class ScriptDialect
{
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    public static CSharpCompilationOptions Options(string scriptClass, IEnumerable<string> imports, ScriptSource source, NuGetPackages packages) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: scriptClass,
        usings: imports,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable,
        sourceReferenceResolver: new SourceResolver(source),
        metadataReferenceResolver: new LibraryResolver(source, packages));

    /// <summary>Reads the text; its name goes into the line numbers of run-time errors.</summary>
    public static SyntaxTree Parse(ScriptFile file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(new MemoryStream(file.Bytes), Encoding.UTF8), Parsing, file.Name);

    public static (EmitResult Result, byte[] Assembly, byte[] Symbols) Emit(CSharpCompilation compilation, CancellationToken stop = default)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        var result = compilation.Emit(assembly, symbols, options: options, cancellationToken: stop);
        return (result, assembly.ToArray(), symbols.ToArray());
    }
}
