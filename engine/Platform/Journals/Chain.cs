using System.Security.Cryptography;

namespace Workbench.Platform.Journals;

/// <summary>
/// The chain over all that was committed: head(n) = SHA-256(head(n−1) ‖ records of block n as they stand in the file). Who knows
/// a head knows that nothing before it was changed.
/// </summary>
sealed class Chain : IDisposable
{
    public const int Size = SHA256.HashSizeInBytes;

    readonly IncrementalHash block = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly byte[] head = new byte[Size];

    public Chain(ReadOnlySpan<byte> from)
    {
        from.CopyTo(head);
        block.AppendData(head);
    }

    /// <summary>The head at the last seal.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>Whether something was added since.</summary>
    public bool IsOpen { get; private set; }

    public void Add(ReadOnlySpan<byte> frames)
    {
        if (!frames.IsEmpty)
        {
            block.AppendData(frames);
            IsOpen = true;
        }
    }

    /// <summary>Ends the block at hand and moves the head.</summary>
    public void Seal()
    {
        block.GetHashAndReset(head);
        block.AppendData(head);
        IsOpen = false;
    }

    public void Dispose() => block.Dispose();
}
