using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Architecture.Tests;

/// <summary>A C# file of the engine or the tests, parsed.</summary>
public sealed class SourceFile(string path)
{
    readonly Lazy<SyntaxTree> tree = new(() => CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.Path(path)), path: path));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Checkout.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(file => new SourceFile(file))];

    /// <summary>Those of the engine.</summary>
    public static IEnumerable<SourceFile> Engine => All.Where(file => file.Path.StartsWith("engine/", StringComparison.Ordinal));

    /// <summary>Path relative to the root.</summary>
    public string Path => path;

    public SyntaxTree Tree => tree.Value;

    public CompilationUnitSyntax Root => Tree.GetCompilationUnitRoot();

    public string Text => Tree.GetText().ToString();

    public int Lines => Tree.GetText().Lines.Count;

    /// <summary>Namespace of the file's types; null where it has none.</summary>
    public string? Namespace => Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    /// <summary>Types that are not within another, of any visibility.</summary>
    public IEnumerable<MemberDeclarationSyntax> Types => Root.DescendantNodes()
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && member.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);

    public IEnumerable<string> PublicTypes => Types.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(NameOf);

    public static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax named ? named.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    public override string ToString() => Path;
}
