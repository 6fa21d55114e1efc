namespace Workbench.Research.Luck;

/// <summary>Lloyd's k-means from a seeded start: each further centre far from those before, by the dice of k-means++.</summary>
sealed class KMeans(double[][] places, double[][] apart, int count, SeededRandom dice)
{
    const int MostRounds = 50;

    /// <summary>Group of each place, 0 to count − 1; a group may be left empty where places are equal.</summary>
    public int[] Groups()
    {
        double[][] centres = [.. Starts().Select(at => (double[])places[at].Clone())];
        var groups = new int[places.Length];
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = false;
            for (var i = 0; i < groups.Length; i++)
            {
                var nearest = Nearest(places[i], centres);
                moved |= nearest != groups[i];
                groups[i] = nearest;
            }

            if (!moved && round > 0)
            {
                break;
            }

            Move(centres, groups);
        }

        return groups;
    }

    /// <summary>Squared distance.</summary>
    public static double Square(double[] one, double[] other)
    {
        var sum = 0d;
        for (var i = 0; i < one.Length; i++)
        {
            var distance = one[i] - other[i];
            sum += distance * distance;
        }

        return sum;
    }

    List<int> Starts()
    {
        List<int> starts = [dice.Next(places.Length)];
        double[] far = [.. apart[starts[0]].Select(distance => distance * distance)];
        while (starts.Count < count)
        {
            var left = dice.NextDouble() * Moments.Sum(far);
            var at = 0;
            while (at < far.Length - 1 && left >= far[at])
            {
                left -= far[at++];
            }

            starts.Add(at);
            for (var i = 0; i < far.Length; i++)
            {
                far[i] = Math.Min(far[i], apart[at][i] * apart[at][i]);
            }
        }

        return starts;
    }

    static int Nearest(double[] place, double[][] centres)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var group = 0; group < centres.Length; group++)
        {
            var distance = Square(place, centres[group]);
            (nearest, least) = distance < least ? (group, distance) : (nearest, least);
        }

        return nearest;
    }

    void Move(double[][] centres, int[] groups)
    {
        for (var group = 0; group < centres.Length; group++)
        {
            var members = groups.Count(member => member == group);
            if (members == 0)
            {
                continue;
            }

            var sum = new double[places[0].Length];
            for (var i = 0; i < groups.Length; i++)
            {
                if (groups[i] == group)
                {
                    Lanes.Add(sum, places[i], 1d);
                }
            }

            centres[group] = Array.ConvertAll(sum, value => value / members);
        }
    }
}
