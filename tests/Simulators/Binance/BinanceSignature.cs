using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workbench.Simulators.Binance;

/// <summary>Checks what calls are signed with: HMAC-SHA256 of the secret as hex, or Ed25519 as Base64, over the text as it was sent.</summary>
sealed class BinanceSignature(string secret, string? publicKeyPem)
{
    readonly byte[]? key = publicKeyPem is null ? null : Ed25519.KeyOfPem(publicKeyPem);

    /// <summary>Whether keys are of the kind that may log a session on.</summary>
    public bool IsEd25519 => key is not null;

    /// <summary>HMAC-SHA256 in hex, as the documentation's own example has it.</summary>
    public static string Hmac(string secret, string payload) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(payload)));

    public bool Fits(string payload, string signature) => key is null
        ? string.Equals(Hmac(secret, payload), signature, StringComparison.OrdinalIgnoreCase)
        : Base64.IsValid(signature) && Ed25519.Verify(key, Encoding.UTF8.GetBytes(payload), Convert.FromBase64String(signature));
}
