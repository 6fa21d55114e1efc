using System.Globalization;

namespace Workbench.App;

/// <summary>Numbers of shards as schedulers spell them: <c>3,7-9</c>.</summary>
static class IndexRanges
{
    /// <summary>Spells numbers, which rise.</summary>
    public static string Text(IReadOnlyList<int> indexes)
    {
        var parts = new List<string>();
        for (var i = 0; i < indexes.Count; i++)
        {
            var first = i;
            while (i + 1 < indexes.Count && indexes[i + 1] == indexes[i] + 1)
            {
                i++;
            }

            parts.Add(first == i ? Number(indexes[i]) : Number(indexes[first]) + "-" + Number(indexes[i]));
        }

        return string.Join(',', parts);
    }

    static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
