using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Workbench.Scripting;

/// <summary>Gives the compiler the libraries and packages that a script refers to with <c>#r</c>.</summary>
sealed class LibraryResolver(ScriptSource source, NuGetPackages packages) : MetadataReferenceResolver
{
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (PackageName.IsOne(reference))
        {
            return [.. packages.Libraries(PackageName.Parse(reference)).Select(path => MetadataReference.CreateFromFile(path, properties))];
        }

        return source.Libraries.TryGetValue(source.NameOf(reference, baseFilePath), out var library)
            ? [MetadataReference.CreateFromImage(library.Bytes, properties, filePath: library.Path)]
            : [];
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => source.GetHashCode();
}
