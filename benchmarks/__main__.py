"""`python -m benchmarks`: every measurement, on SQLite and PostgreSQL."""

import os

from benchmarks import begrijpwijzer, clusteren, evaluatie, groepsplan, inlezen, samen, snelheid
from benchmarks.databanken import databanken

if __name__ == "__main__":
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    for meting in (snelheid, begrijpwijzer, clusteren, groepsplan, evaluatie, inlezen, samen):
        print((meting.__doc__ or "").partition("\n")[0])
        with databanken() as urls:
            for naam, url in urls.items():
                meting.toon(naam, url)
        print()
