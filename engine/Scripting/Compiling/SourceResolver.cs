using System.Text;
using Microsoft.CodeAnalysis;

namespace Workbench.Scripting;

/// <summary>Gives the compiler the files of a script as they were read and hashed, and no others.</summary>
sealed class SourceResolver(ScriptSource source) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var name = source.NameOf(path, baseFilePath);
        return source.Find(name) is null ? null : name;
    }

    public override Stream OpenRead(string resolvedPath) => new MemoryStream(source.Find(resolvedPath)!.Bytes, writable: false);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => source.GetHashCode();
}
