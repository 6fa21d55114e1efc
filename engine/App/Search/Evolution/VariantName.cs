using System.Security.Cryptography;
using System.Text;

namespace Workbench.App;

/// <summary>What people call a variant by: eight digits of its hash.</summary>
static class VariantName
{
    const int Letters = 8;

    /// <summary>Of a canonical key: one that is a hash is cut, any other is hashed.</summary>
    public static string Of(string key) => key.Length == 64 && key.All(char.IsAsciiHexDigitLower)
        ? key[..Letters]
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..Letters];
}
