namespace Workbench.Model;

/// <summary>"Did you mean": the known name nearest to a misspelt one.</summary>
public static class Closest
{
    /// <summary>The candidate with the fewest slips of the finger, or null where none is near. Capitals do not matter; of equals the first wins.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="candidates">The names that exist, in a fixed order.</param>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        // A third of the word may be wrong: one letter of EURUSD's kin, three of a long format name.
        var limit = Math.Max(1, word.Length / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            var distance = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance <= limit)
            {
                best = candidate;
                limit = distance - 1;
            }
        }

        return best;
    }

    /// <summary>Letters to insert, drop, change or swap with a neighbour to turn one word into the other (optimal string alignment).</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            cost[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var change = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
