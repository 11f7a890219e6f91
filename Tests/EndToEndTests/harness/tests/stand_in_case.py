"""A stand-in that the test cases of a class share, forgotten between them."""

import contextlib
import unittest

from botocore.exceptions import ClientError
from stand_in_process import stand_in


class StandInCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.running = contextlib.ExitStack()
        cls.cloud = cls.running.enter_context(stand_in())

    @classmethod
    def tearDownClass(cls):
        cls.running.close()

    def setUp(self):
        self.cloud.reset()

    def client(self, name, region="us-west-2"):
        # past the SDK's own checks, so that the stand-in's are what is tested
        return self.cloud.client(name, region, parameter_validation=False)

    def refused(self, code, call, *words, **kw):
        with self.assertRaises(ClientError) as e:
            call(**kw)
        self.assertEqual(e.exception.response["Error"]["Code"], code, e.exception)
        for w in words:
            self.assertIn(w, str(e.exception))
