"""The running program: everything that touches the outside."""

import os

# One thread is enough for vectors this small; two on two cores made a question ten times slower.
# It must be said before numpy is loaded for the first time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
