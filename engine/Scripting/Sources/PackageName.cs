namespace Workbench.Scripting;

/// <summary>What <c>#r "nuget: Id, 1.2.3"</c> asks for.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Version">Its exact version: a floating one would make tomorrow's run another run.</param>
readonly record struct PackageName(string Id, string Version)
{
    const string Prefix = "nuget:";

    /// <summary>Whether the value of an <c>#r</c> means a package.</summary>
    public static bool IsOne(string value) => value.AsSpan().TrimStart().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the value of an <c>#r</c>.</summary>
    /// <exception cref="WorkbenchException">WB3009: it has no exact version, or letters that no package has.</exception>
    public static PackageName Parse(string value)
    {
        var text = value.AsSpan().Trim()[Prefix.Length..];
        var comma = text.IndexOf(',');
        var id = comma < 0 ? text.Trim() : text[..comma].Trim();
        var version = comma < 0 ? default : text[(comma + 1)..].Trim();
        return IsPlain(id) && IsPlain(version) && char.IsAsciiDigit(version[0])
            ? new PackageName(id.ToString(), version.ToString())
            : throw ScriptErrors.BadPackageName(value);
    }

    static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_' or '+'))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version}";
}
