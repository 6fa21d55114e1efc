using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workbench.Data.Lake;

/// <summary>Reads and replaces manifests. A manifest is replaced in one step, so that a reader sees the old state or the new one.</summary>
static class ManifestStore
{
    const int CheckLength = 64;
    const string CheckName = "\"check\": \"";

    static readonly string NoCheck = new('0', CheckLength);

    /// <summary>The manifest of a folder, or null where there is none.</summary>
    public static Manifest? Load(string folder) => LoadFile(Path.Combine(folder, Manifest.FileName));

    /// <summary>The manifest in a file, or null where there is none.</summary>
    public static Manifest? LoadFile(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var text = File.ReadAllText(file);
        var at = text.LastIndexOf(CheckName, StringComparison.Ordinal) + CheckName.Length;
        if (at < CheckName.Length || at + CheckLength > text.Length || CheckOf(Blank(text, at)) != text.Substring(at, CheckLength))
        {
            throw LakeErrors.ManifestDamaged(file, "its own checksum is wrong");
        }

        return Parse(file, text);
    }

    public static void Save(string folder, Manifest manifest) => SaveFile(Path.Combine(folder, Manifest.FileName), manifest);

    /// <summary>Puts a manifest into a file, in one step.</summary>
    public static void SaveFile(string path, Manifest manifest)
    {
        var text = JsonSerializer.Serialize(manifest with { Check = NoCheck }, ManifestJson.Default.Manifest) + "\n";
        var at = text.LastIndexOf(CheckName, StringComparison.Ordinal) + CheckName.Length;
        text = string.Concat(text.AsSpan(0, at), CheckOf(text), text.AsSpan(at + CheckLength));
        using var file = new AtomicFile(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(text));
        file.Commit();
    }

    static Manifest Parse(string file, string text)
    {
        try
        {
            var manifest = ManifestReader.Read(text);
            return manifest.Format == Manifest.CurrentFormat
                ? manifest
                : throw LakeErrors.ManifestDamaged(file, string.Create(CultureInfo.InvariantCulture, $"format {manifest.Format} is none this program knows"));
        }
        catch (JsonException e)
        {
            throw LakeErrors.ManifestDamaged(file, e.Message);
        }
    }

    static string Blank(string text, int at) => string.Concat(text.AsSpan(0, at), NoCheck, text.AsSpan(at + CheckLength));

    static string CheckOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
