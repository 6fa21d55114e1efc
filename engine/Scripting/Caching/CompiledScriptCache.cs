using System.Security.Cryptography;
using System.Text;

namespace Workbench.Scripting;

/// <summary>
/// Compiled scripts by content, one file each: <c>&lt;key&gt;.wbs</c>, closed with a SHA-256 of all before it. Several
/// processes may use one folder: a file appears whole, under its final name, or not at all.
/// </summary>
sealed class CompiledScriptCache(string folder)
{
    const string Magic = "WBS1";
    const int HashBytes = 32;

    /// <summary>The entry, or null where there is none or it is damaged; <paramref name="damage"/> says which.</summary>
    public CompiledScript? Find(string key, out string? damage)
    {
        damage = null;
        var path = PathOf(key);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            damage = $"The compiled script {path} cannot be read ({error.Message}); it was compiled again.";
            return null;
        }

        if (!IsWhole(bytes))
        {
            damage = $"The compiled script {path} is damaged; it was compiled again.";
            return null;
        }

        return Decode(bytes, key, ref damage);
    }

    /// <summary>Keeps an entry. A cache that cannot be written to costs time and not the run: the reason comes back as a warning.</summary>
    public string? Keep(string key, CompiledScript script)
    {
        var path = PathOf(key);
        var beside = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(Encode(key, script));
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
            return $"The compiled script could not be kept in {folder} ({error.Message}); the next run compiles it again.";
        }
    }

    string PathOf(string key) => Path.Combine(folder, key + ".wbs");

    static bool IsWhole(byte[] bytes) =>
        bytes.Length > HashBytes &&
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - HashBytes)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - HashBytes));

    static byte[] Encode(string key, CompiledScript script)
    {
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(key);
            Write(writer, script.Strategies);
            Write(writer, script.Warnings);
            writer.Write(script.Assembly.Length);
            writer.Write(script.Assembly);
            writer.Write(script.Symbols.Length);
            writer.Write(script.Symbols);
        }

        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    static CompiledScript? Decode(byte[] bytes, string key, ref string? damage)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        if (reader.ReadString() != Magic || reader.ReadString() != key)
        {
            damage = $"The compiled script {key} was stored under another one's name; it was compiled again.";
            return null;
        }

        var strategies = ReadTexts(reader);
        var warnings = ReadTexts(reader);
        var assembly = reader.ReadBytes(reader.ReadInt32());
        var symbols = reader.ReadBytes(reader.ReadInt32());
        return new CompiledScript(assembly, symbols, strategies, warnings);
    }

    static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    static string[] ReadTexts(BinaryReader reader)
    {
        var texts = new string[reader.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.ReadString();
        }

        return texts;
    }

    static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What could not be written often cannot be deleted either; a left-over temp file harms nobody.
        }
    }
}
