using System.Security.Cryptography;
using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>Signs and checks the four JSON parts of a message with HMAC-SHA256, in lower hexadecimal digits (jupyter-client, "The Wire Protocol").</summary>
/// <param name="key">The connection's key; an empty one means that nothing is signed or checked.</param>
sealed class MessageSigner(string key)
{
    readonly byte[] secret = Encoding.UTF8.GetBytes(key);

    /// <summary>Whether signatures mean anything.</summary>
    public bool IsOn => secret.Length > 0;

    /// <summary>The signature of header, parent header, metadata and content.</summary>
    public byte[] Sign(params ReadOnlySpan<byte[]> parts)
    {
        if (!IsOn)
        {
            return [];
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether a signature is right. Takes as long for a nearly right one as for any other.</summary>
    public bool IsRight(byte[] signature, params ReadOnlySpan<byte[]> parts) => !IsOn || CryptographicOperations.FixedTimeEquals(Sign(parts), signature);
}
