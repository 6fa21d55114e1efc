using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workbench.Platform.Journals;

namespace Workbench.Platform.Vault;

/// <summary>
/// Bytes under a passphrase: PBKDF2 with SHA-256 stretches it, HKDF makes two keys of it, one encrypts with AES-256-GCM, the
/// other one is stored, so that a wrong passphrase can be told from a damaged file. Salt and nonce are new each time.
/// </summary>
/// <remarks>magic 8 · rounds 4 · salt 16 · nonce 12 · proof 16 · CRC-32C of all that 4 · tag 16 · text.</remarks>
static class SealedBox
{
    /// <summary>Rounds of PBKDF2: what OWASP's cheat sheet on storing passwords asks for with SHA-256 (2023).</summary>
    public const int Rounds = 600_000;

    const int MostRounds = 10_000_000;
    const int RoundsAt = 8;
    const int SaltAt = 12;
    const int SaltSize = 16;
    const int NonceAt = SaltAt + SaltSize;
    const int NonceSize = 12;
    const int ProofAt = NonceAt + NonceSize;
    const int ProofSize = 16;
    const int CheckAt = ProofAt + ProofSize;
    const int HeaderSize = CheckAt + 4;
    const int TagSize = 16;
    const int KeySize = 32;

    static ReadOnlySpan<byte> Magic => "WBVAULT1"u8;

    public static byte[] Close(ReadOnlySpan<byte> plain, string passphrase)
    {
        var box = new byte[HeaderSize + TagSize + plain.Length];
        Magic.CopyTo(box);
        BinaryPrimitives.WriteInt32LittleEndian(box.AsSpan(RoundsAt), Rounds);
        RandomNumberGenerator.Fill(box.AsSpan(SaltAt, SaltSize + NonceSize));
        var key = Stretch(passphrase, box, Rounds, box.AsSpan(ProofAt, ProofSize));
        BinaryPrimitives.WriteUInt32LittleEndian(box.AsSpan(CheckAt), Crc32C.Of(box.AsSpan(0, CheckAt)));

        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(box.AsSpan(NonceAt, NonceSize), plain, box.AsSpan(HeaderSize + TagSize), box.AsSpan(HeaderSize, TagSize), box.AsSpan(0, HeaderSize));
        CryptographicOperations.ZeroMemory(key);
        return box;
    }

    /// <summary>Opens a box.</summary>
    /// <param name="box">All of the file.</param>
    /// <param name="passphrase">What it was closed with.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="WorkbenchException">Wrong passphrase, or not such a file, or damaged.</exception>
    public static byte[] Open(ReadOnlySpan<byte> box, string passphrase, string file)
    {
        var rounds = CheckHeader(box, file);
        Span<byte> proof = stackalloc byte[ProofSize];
        var key = Stretch(passphrase, box, rounds, proof);
        if (!CryptographicOperations.FixedTimeEquals(proof, box.Slice(ProofAt, ProofSize)))
        {
            throw PlatformErrors.WrongPassphrase(file);
        }

        var plain = new byte[box.Length - HeaderSize - TagSize];
        try
        {
            using var cipher = new AesGcm(key, TagSize);
            cipher.Decrypt(box.Slice(NonceAt, NonceSize), box[(HeaderSize + TagSize)..], box.Slice(HeaderSize, TagSize), plain, box[..HeaderSize]);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw PlatformErrors.VaultDamaged(file, "what it holds was changed");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    static int CheckHeader(ReadOnlySpan<byte> box, string file)
    {
        if (box.Length < HeaderSize + TagSize || !box.StartsWith(Magic))
        {
            throw PlatformErrors.VaultDamaged(file, "it does not begin as a vault does");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(box[CheckAt..]) != Crc32C.Of(box[..CheckAt]))
        {
            throw PlatformErrors.VaultDamaged(file, "the checksum of its header is wrong");
        }

        // Whoever can write the file could ask for one round and wait for the passphrase to be typed.
        var rounds = BinaryPrimitives.ReadInt32LittleEndian(box[RoundsAt..]);
        return rounds is >= Rounds and <= MostRounds ? rounds : throw PlatformErrors.VaultDamaged(file, "the number of its rounds is none of ours");
    }

    static byte[] Stretch(string passphrase, ReadOnlySpan<byte> box, int rounds, Span<byte> proof)
    {
        var stretched = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), box.Slice(SaltAt, SaltSize), rounds, HashAlgorithmName.SHA256, KeySize);
        var key = HKDF.Expand(HashAlgorithmName.SHA256, stretched, KeySize, "workbench vault key"u8.ToArray());
        HKDF.Expand(HashAlgorithmName.SHA256, stretched, proof, "workbench vault proof"u8);
        CryptographicOperations.ZeroMemory(stretched);
        return key;
    }
}
