using System.Security.Cryptography;
using System.Text;

namespace Workbench.Scripting;

/// <summary>The name of a compiled script in the cache: a hash over all that decides what the compiler would make of it.</summary>
static class CacheKey
{
    public static string Of(ScriptSource source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var module in (ReadOnlySpan<Type>)[typeof(Instrument), typeof(Strategy), typeof(CacheKey)])
        {
            // The compiler names a module by its content, so this stands for the engine's version down to the last letter.
            hash.AppendData(module.Module.ModuleVersionId.ToByteArray());
        }

        Add(hash, Environment.Version.ToString());
        foreach (var import in ScriptImports.All)
        {
            Add(hash, import);
        }

        foreach (var file in source.Files)
        {
            Add(hash, file);
        }

        Add(hash, "libraries");
        foreach (var library in source.Libraries.Values)
        {
            Add(hash, library);
        }

        foreach (var package in source.Packages)
        {
            Add(hash, package.ToString());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static void Add(IncrementalHash hash, ScriptFile file)
    {
        Add(hash, file.Name);
        hash.AppendData(BitConverter.GetBytes(file.Bytes.LongLength));
        hash.AppendData(file.Bytes);
    }

    // Each text ends with a byte that no UTF-8 holds, so that neighbours cannot flow into each other.
    static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0xFF]);
    }
}
