namespace Workbench.Data.Parquet;

/// <summary>Numbers the distinct values of a stretch in the order they appear. Open addressing, reused from stretch to stretch.</summary>
sealed class LongDictionary
{
    const int Slots = PageWriter.LargestDictionary * 2;

    readonly long[] keys = new long[Slots];
    readonly int[] places = new int[Slots];
    readonly long[] values = new long[PageWriter.LargestDictionary];
    ulong[] indices = [];
    int count;

    /// <summary>The distinct values, each at its number.</summary>
    public ReadOnlySpan<long> Values => values.AsSpan(0, count);

    /// <summary>Replaces each value by its number; false where there are too many for a dictionary to be worth it.</summary>
    public bool TryIndex(ReadOnlySpan<long> rows, out ReadOnlySpan<ulong> numbers)
    {
        Array.Clear(places);
        count = 0;
        if (indices.Length < rows.Length)
        {
            indices = new ulong[rows.Length];
        }

        numbers = default;
        var most = Math.Min(PageWriter.LargestDictionary, rows.Length / 2 + 1);
        for (var i = 0; i < rows.Length; i++)
        {
            var place = Place(rows[i], most);
            if (place < 0)
            {
                return false;
            }

            indices[i] = (ulong)place;
        }

        numbers = indices.AsSpan(0, rows.Length);
        return true;
    }

    int Place(long value, int most)
    {
        var slot = (int)(unchecked((ulong)value * 0x9E3779B97F4A7C15UL) >> 48) & Slots - 1;
        while (places[slot] != 0)
        {
            if (keys[slot] == value)
            {
                return places[slot] - 1;
            }

            slot = slot + 1 & Slots - 1;
        }

        if (count == most)
        {
            return -1;
        }

        keys[slot] = value;
        values[count] = value;
        places[slot] = ++count;
        return count - 1;
    }
}
