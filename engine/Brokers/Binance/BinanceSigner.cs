using System.Security.Cryptography;
using System.Text;
using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>Signs requests with the kind of key that the secret is: HMAC-SHA256 in hex, or Ed25519 in Base64.</summary>
sealed class BinanceSigner
{
    readonly string name;
    readonly byte[] secret;
    readonly Ed25519? pair;

    BinanceSigner(string name, byte[] secret, Ed25519? pair)
    {
        this.name = name;
        this.secret = secret;
        this.pair = pair;
    }

    /// <summary>A signer for a secret. Without one it signs nothing: market data need no keys.</summary>
    /// <exception cref="WorkbenchException">The secret is a PEM file of another kind of key.</exception>
    public static BinanceSigner Of(VenueKeys keys) => keys.Secret.Contains("-----BEGIN", StringComparison.Ordinal)
        ? new BinanceSigner(keys.Name, [], Ed25519.FromPem(keys.Secret) ?? throw BinanceErrors.BadSecret(keys.Name))
        : new BinanceSigner(keys.Name, keys.Key.Length == 0 ? [] : Encoding.UTF8.GetBytes(keys.Secret), null);

    /// <summary>The signature of a payload, before it is percent-encoded itself.</summary>
    /// <exception cref="WorkbenchException">There are no keys.</exception>
    public string Sign(string payload)
    {
        if (pair is null && secret.Length == 0)
        {
            throw BinanceErrors.NoKeys(name);
        }

        var bytes = Encoding.UTF8.GetBytes(payload);
        return pair is null ? Convert.ToHexStringLower(HMACSHA256.HashData(secret, bytes)) : Convert.ToBase64String(pair.Sign(bytes));
    }
}
