using System.Globalization;

namespace Workbench.Scripting.Notebooks;

/// <summary>The signatures of the last 65,536 messages: whoever overheard one must not be able to send it again.</summary>
sealed class SeenSignatures
{
    const int Most = 65_536;

    readonly Lock gate = new();
    readonly HashSet<UInt128> known = [];
    readonly Queue<UInt128> order = [];

    /// <summary>Notes a right signature; false where it was there before.</summary>
    public bool Add(byte[] signature)
    {
        // Half of a SHA-256 tells messages apart; the half was checked as part of the whole.
        var half = UInt128.Parse(signature.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        lock (gate)
        {
            if (!known.Add(half))
            {
                return false;
            }

            order.Enqueue(half);
            if (order.Count > Most)
            {
                known.Remove(order.Dequeue());
            }

            return true;
        }
    }
}
