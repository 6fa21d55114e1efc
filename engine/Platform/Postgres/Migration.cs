using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbench.Platform.Postgres;

/// <summary>One step forward of the schema: a file of SQL that comes with the program. One that was applied somewhere is never changed any more.</summary>
/// <param name="Version">Its number, from 1 without a gap.</param>
/// <param name="Name">Its file's name.</param>
/// <param name="Text">The statements, in which the marks of <see cref="For"/> stand for what the server's dialect says.</param>
sealed partial record Migration(int Version, string Name, string Text)
{
    const string Folder = "migrations/";

    /// <summary>All that this program knows, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Load)];

    /// <summary>Hex SHA-256 of the text, lines ended as on Linux.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    /// <summary>The statements for a dialect: <c>{partitioned by time}</c> becomes its clause, <c>{series market.ticks by time of 1 day}</c> what makes the table a series.</summary>
    public string For(ISeriesDialect dialect) => Series().Replace(
        Clause().Replace(Text, match => dialect.Clause(match.Groups[1].Value)),
        match => dialect.Made(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));

    static Migration Load(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var name = resource[Folder.Length..];
        return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }

    [GeneratedRegex(@"\{partitioned by (\w+)\}")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\{series ([\w.]+) by (\w+) of ([\w ]+)\}")]
    private static partial Regex Series();
}
